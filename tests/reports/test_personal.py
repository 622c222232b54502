"""The personal report on paper: it says what the page says, to everybody, always the same."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from reflect.reports.letters import writable
from tests.reports.hostile import HOSTILE
from tests.reports.making import ANSWERS, document, filled_in, report, shipped
from tests.reports.reading import packed, read, reader, said


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_somebody_writes_is_printed_as_text(text):
    paper = document(ANSWERS | {"losse": text}, name=text[:100])

    assert packed(writable(text)) in packed(read(paper))
    addresses = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader(paper).pages
        for annotation in page.get("/Annots", [])
    }
    assert addresses == {"https://example.org/a?b=1&c=2"}


@pytest.mark.parametrize("code", ["nl", "en"])
def test_paper_and_page_say_the_same_in_the_same_order(code):
    left = packed(read(document(code=code)))

    for part in report(code=code).values():
        for text in filter(None, said(part)):
            assert packed(text) in left
    titles = [left.index(packed(part.title)) for part in report(code=code).values()]
    assert titles[:2] == sorted(titles[:2])


def test_the_same_input_gives_the_same_bytes_in_another_process():
    code = (
        "import sys; from tests.reports.making import document;"
        "sys.stdout.buffer.write(document(name='Noor').body)"
    )
    seeds = ("1", "2")

    others = [
        subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in seeds
    ]

    assert others == [document(name="Noor").body] * 2


def test_the_name_stands_on_the_cover_and_nowhere_in_the_file_name():
    paper = document(name="Noor <admin>")

    assert "Naam Noor <admin>" in read(paper)
    assert paper.name == "reflectie-2026-11-21.pdf"
    assert paper.media_type == "application/pdf"
    assert "Naam" not in read(document())


def test_the_cover_says_what_the_report_is_and_what_to_do_with_it():
    first = reader(document(phase="later")).pages[0].extract_text()

    assert "Dit rapport laat zien hoe jij jezelf ziet." in first
    assert "Bespreek het met iemand die jouw werk kent." in first.replace(" \n", " ")
    assert "later, om terug te kijken" in first
    assert "21 november 2026" in first


def test_a_full_report_of_the_shipped_questionnaire_is_short_and_light():
    questionnaire = shipped()

    answers = filled_in(questionnaire)
    short = {q: "Ik sprak eerst met moeder." for q, said in answers.items() if len(str(said)) > 99}

    paper = document(answers | short, of=questionnaire)

    assert 4 <= len(reader(paper).pages) <= 8
    assert len(paper.body) <= 150_000


def test_whoever_never_prints_never_loads_reportlab():
    code = "import sys, reflect.reports; sys.exit('reportlab' in sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own words


def test_without_any_answer_there_is_still_a_calm_report():
    paper = document({}, of=shipped())

    assert len(reader(paper).pages) <= 4
    assert "Er zijn nog te weinig antwoorden voor een profiel." in read(paper)
    assert "Je schreef niets op. Dat hoeft ook niet." in read(paper)


@pytest.mark.parametrize("length", range(1, 9))
def test_no_title_stands_at_the_foot_of_a_page_with_one_line_or_none(length):
    questionnaire = shipped()
    answers = filled_in(questionnaire)
    answers |= {q: text[: 40 * length] * length for q, text in answers.items() if type(text) is str
                and questionnaire.questions[q].type == "text"}  # fmt: skip

    pages = reader(document(answers, of=questionnaire)).pages

    titles = [packed(part.title) for part in report(answers, of=questionnaire).values()]
    for page, _ in pairwise(pages[1:]):
        assert not packed(page.extract_text().rsplit("\n", 2)[0])[-200:].endswith(tuple(titles))
