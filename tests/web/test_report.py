"""One's own report: as a page, and as a PDF to keep."""

import io
import logging

import pytest
from pypdf import PdfReader

from tests.pages import Page
from tests.web.reflecting import somebody

NAME = "Noor van der Aa-Šimić"


@pytest.fixture
def response(noor):
    return noor.submitted(answers={f"a{n}": 4 for n in range(1, 6)} | {"trots": "Ik bleef."})


def text(answer) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages)


def test_the_page_says_what_the_answers_mean(noor, response):
    page = noor.see(f"/reflections/{response}/report")
    assert page.status == 200
    assert "Ik bleef." in page.text
    assert page.html.select("nav.contents a[href^='#']")
    assert page.follow("Naar mijn reflecties").heading == "Mijn reflecties"


def test_the_pdf_is_a_file_to_keep_and_in_no_cache(noor, response):
    answer = noor.post(f"/reflections/{response}/report.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    kept = answer.headers["Content-Disposition"]
    assert kept.startswith('attachment; filename="')
    assert kept.endswith('2026-11-21.pdf"')
    assert "ik bleef." in text(answer).lower()


def test_a_name_stands_on_the_cover_and_nowhere_else(noor, response, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = noor.post(f"/reflections/{response}/report.pdf", name=f" {NAME} ")
    assert NAME in text(answer)
    assert "Noor" not in str(answer.headers)
    assert "Noor" not in caplog.text
    assert "Noor" not in noor.see(f"/reflections/{response}/report").text
    assert "Noor" not in text(noor.post(f"/reflections/{response}/report.pdf"))


@pytest.mark.parametrize("name", ["x" * 5000, "<b>&amp;</b>", "\0\u202e\ufffe", "=1+1", "👩🏽‍🏫"])
def test_no_name_breaks_the_pdf(noor, response, name):
    answer = noor.post(f"/reflections/{response}/report.pdf", name=name)
    assert answer.data.startswith(b"%PDF")


def test_the_pdf_needs_our_own_form(noor, response):
    sent = {"csrf_token": "x"}
    answer = noor.browser.post(f"/reflections/{response}/report.pdf", data=sent)
    assert answer.headers["Location"] == f"/reflections/{response}/report?said=again"


def test_there_is_no_report_of_a_draft(noor):
    draft = noor.draft()
    assert noor.browser.get(f"/reflections/{draft}/report").status_code == 404
    assert noor.post(f"/reflections/{draft}/report.pdf").status_code == 404


def test_the_report_speaks_the_language_of_its_reader(noor, response):
    noor.browser.set_cookie("language", "en", domain="127.0.0.1")
    assert noor.see(f"/reflections/{response}/report").html.html["lang"] == "en"
    assert "Onveiligheid opheffen" not in text(noor.post(f"/reflections/{response}/report.pdf"))


def test_a_report_without_a_single_answer_is_a_report(app):
    sam = somebody(app)
    response = sam.draft()
    sam.post(f"/reflections/{response}/submit")
    assert Page.at(sam.browser, f"/reflections/{response}/report").status == 200
    assert sam.post(f"/reflections/{response}/report.pdf").data.startswith(b"%PDF")
