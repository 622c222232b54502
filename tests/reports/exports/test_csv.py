"""A release as CSV: exactly what it tells, for a Dutch spreadsheet."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from reflect.disclosure import Figure, Release, Withheld
from reflect.language import language
from reflect.reports import EXPORTS
from reflect.reports.group import Telling
from tests.reports.making import everything

FIGURES = (
    Figure("domain:zien", 1, 5, Decimal("3.4"), None, "10-14"),
    Figure("domain:wegen", 1, 5, Decimal("1.5"), "at_most", "5-9"),
    Figure("context:tijd", 1, 5, Decimal("4.9"), "at_least", "25+"),
    Figure("confidence:zeker-zien", 0, 10, Decimal("7.0"), None, "15-24"),
)
WITHHELD = (Withheld("domain:doen", "too_few"), Withheld("grade:cijfer", "ledger"))


def a_release(group="Groep A", phase="after"):
    questionnaire = everything()
    return Release(
        questionnaire.id,
        questionnaire.version,
        questionnaire.fingerprint,
        phase,
        2,
        date(2026, 11, 21),
        group,
        "Hogeschool X",
        FIGURES,
        WITHHELD,
    )


def exported(group="Groep A", code="nl"):
    return EXPORTS["csv"](Telling(a_release(group), everything(), language(code)))


def rows(paper):
    text = paper.body.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_figures_stand_there_as_they_were_released():
    told = {row["onderwerp"]: row for row in rows(exported())}

    assert (told["Zien"]["gemiddelde"], told["Zien"]["grens"]) == ("3,4", "")
    assert (told["Wegen"]["grens"], told["Wegen"]["gemiddelde"]) == ("hoogstens", "1,5")
    assert (told["Ik doe tijd."]["grens"], told["Ik doe tijd."]["soort"]) == (
        "minstens",
        "voorwaarde",
    )
    assert told["Wegen"]["aantal mensen"] == "5 tot en met 9"


def test_what_is_withheld_says_why_and_nothing_more():
    told = {row["onderwerp"]: row for row in rows(exported())}

    assert told["Doen"]["waarom niet getoond"] == "te weinig antwoorden"
    assert "te veel zeggen over te weinig mensen" in told["Ik doe cijfer."]["waarom niet getoond"]
    assert told["Doen"]["gemiddelde"] == told["Doen"]["aantal mensen"] == ""


@pytest.mark.parametrize(
    ("phase", "words"),
    [("before", "vóór de training"), ("after", "na de training"), ("later", "later")],
)
def test_the_phase_is_said_plainly(phase, words):
    paper = EXPORTS["csv"](Telling(a_release(phase=phase), everything(), language("nl")))

    assert {row["wanneer"] for row in rows(paper)} == {words}


def test_rows_stand_in_the_order_of_the_questionnaire():
    assert [row["onderwerp"] for row in rows(exported())] == [
        "Zien",
        "Wegen",
        "Doen",
        "Ik doe zeker-zien.",
        "Ik doe tijd.",
        "Ik doe cijfer.",
    ]


def test_a_dutch_spreadsheet_opens_it_as_it_is():
    paper = exported()

    assert paper.body.startswith(b"\xef\xbb\xbforganisatie;groep;vragenlijst;")
    assert paper.name == "groepsbeeld-alles-2-2026-11-21.csv"
    assert paper.media_type == "text/csv; charset=utf-8"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n@", "\u200b+", "\x00-"])
def test_a_name_that_looks_like_a_formula_stays_a_name(start):
    name = f'{start}HYPERLINK("http://evil.example";"klik")'

    seen = "".join(letter for letter in name if letter.isprintable())
    assert all(row["groep"] == f"'{seen}" for row in rows(exported(name)))


def test_an_english_export_speaks_english():
    assert exported(code="en").name == "group-picture-alles-2-2026-11-21.csv"
    told = rows(exported(code="en"))

    assert (told[1]["subject"], told[1]["bound"], told[1]["average"]) == (
        "Wegen (en)",
        "at most",
        "1.5",
    )
