"""One's own report: as a page, and as files to keep."""

import io
import logging
import re

import pytest
from pypdf import PdfReader

from reflect.reports import Document
from tests.pages import Page
from tests.reports.making import filled_in
from tests.reports.reading import packed, read
from tests.web.reflecting import QUESTIONNAIRE, somebody

NAME = "Noor van der Aa-Šimić"
FILES = ("report.pdf", "sheet.pdf", "sheet.txt", "conversation.pdf")
EVERY = pytest.mark.parametrize("file", FILES)
NAMED = pytest.mark.parametrize("file", FILES[:3])


@pytest.fixture
def response(noor):
    return noor.submitted(answers={f"a{n}": 4 for n in range(1, 6)} | {"trots": "Ik bleef."})


def text(answer) -> str:
    if answer.mimetype == "text/plain":
        return answer.text
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages)


def test_the_page_says_what_the_answers_mean(noor, response):
    page = noor.see(f"/reflections/{response}/report")
    assert page.status == 200
    assert "Ik bleef." in page.text
    places = [tag["id"] for tag in page.html.select("section.part, nav.contents, form.take-along")]
    assert (places[:2], places[-1]) == (["profile", "contents"], "take")
    links = [tag["href"] for tag in page.html.select("nav.contents a")]
    assert links == [f"#{place}" for place in places[2:]]
    assert page.follow("Naar mijn reflecties").heading == "Mijn reflecties"


@EVERY
def test_each_is_a_file_to_keep_and_in_no_cache(noor, response, file):
    answer = noor.post(f"/reflections/{response}/{file}")
    assert answer.mimetype == {"pdf": "application/pdf", "txt": "text/plain"}[file[-3:]]
    assert answer.headers["Cache-Control"] == "no-store"
    kept = answer.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z-]+(2026-11-21)?\.(pdf|txt)"', kept)
    assert ("ik bleef." in text(answer).lower()) == (file != "conversation.pdf")


@NAMED
def test_a_name_stands_in_the_file_and_nowhere_else(noor, response, caplog, file):
    with caplog.at_level(logging.DEBUG):
        answer = noor.post(f"/reflections/{response}/{file}", name=f" {NAME} ")
    assert NAME in text(answer)
    assert "Noor" not in str(answer.headers)
    assert "Noor" not in caplog.text
    assert "Noor" not in noor.see(f"/reflections/{response}/report").text
    assert "Noor" not in text(noor.post(f"/reflections/{response}/{file}"))
    kept = [one for one in noor.house.config.instance.rglob("*") if one.is_file()]
    assert [one for one in kept if NAME.encode() in one.read_bytes()] == []


def test_what_is_for_another_holds_no_name_and_is_the_same_for_all(noor, response):
    other = noor.submitted(answers={"a1": 1, "trots": "Iets anders."})
    mine, yours = (
        noor.post(f"/reflections/{one}/conversation.pdf", name=name)
        for one, name in ((response, NAME), (other, "Sam"))
    )
    assert mine.data == yours.data


@EVERY
def test_a_file_of_another_does_not_exist(app, response, file):
    sam = somebody(app)
    assert sam.post(f"/reflections/{response}/{file}").status_code == 404


@pytest.mark.parametrize("name", ["x" * 5000, "<b>&amp;</b>", "\0\u202e\ufffe", "=1+1", "👩🏽‍🏫"])
def test_no_name_breaks_the_pdf(noor, response, name):
    answer = noor.post(f"/reflections/{response}/report.pdf", name=name)
    assert answer.data.startswith(b"%PDF")


@EVERY
def test_a_file_needs_our_own_form(noor, response, file):
    sent = {"csrf_token": "x"}
    answer = noor.browser.post(f"/reflections/{response}/{file}", data=sent)
    assert answer.headers["Location"] == f"/reflections/{response}/report?said=again"


def test_what_one_takes_along_is_offered_in_one_form(noor, response):
    page = noor.see(f"/reflections/{response}/report")
    (form,) = page.html.select("form.take-along")
    ways = [form["action"], *(tag["formaction"] for tag in form.select("[formaction]"))]
    assert [way.rsplit("/", 1)[1] for way in ways] == list(FILES)


def test_there_is_no_report_of_a_draft(noor):
    draft = noor.draft()
    assert noor.browser.get(f"/reflections/{draft}/report").status_code == 404
    for file in FILES:
        assert noor.post(f"/reflections/{draft}/{file}").status_code == 404


def test_the_report_speaks_the_language_of_its_reader(noor, response):
    noor.browser.set_cookie("language", "en", domain="127.0.0.1")
    assert noor.see(f"/reflections/{response}/report").html.html["lang"] == "en"
    assert "Onveiligheid opheffen" not in text(noor.post(f"/reflections/{response}/report.pdf"))


def test_a_report_without_a_single_answer_is_a_report(app):
    sam = somebody(app)
    response = sam.draft()
    sam.post(f"/reflections/{response}/submit")
    assert Page.at(sam.browser, f"/reflections/{response}/report").status == 200
    for file in FILES:
        assert sam.post(f"/reflections/{response}/{file}").status_code == 200


@pytest.mark.parametrize("code", ["nl", "en"])
def test_page_and_paper_say_the_same_in_every_part(noor, code):
    questionnaire = noor.house.library.latest(QUESTIONNAIRE)
    reflection = noor.submitted(answers=filled_in(questionnaire))
    noor.browser.set_cookie("language", code, domain="127.0.0.1")
    html = noor.see(f"/reflections/{reflection}/report").html
    paper = packed(read(Document("", "", noor.post(f"/reflections/{reflection}/report.pdf").data)))

    sections = html.select("section.part")
    assert len(sections) >= 12
    for section in sections:
        for aside in section.select("svg desc, svg title, a.button"):
            aside.extract()
        for words in section.stripped_strings:
            assert packed(words) in paper, section["id"]
