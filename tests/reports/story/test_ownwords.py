"""The person's own words."""

from reflect.reports.blocks import Heading, Quote
from tests.reports.making import ANSWERS, a_choice, a_section, everything, report
from tests.reports.reading import said


def test_own_words_stand_by_dimension_and_then_by_section():
    blocks = report()["words"].blocks

    assert [b.text for b in blocks if isinstance(b, Heading | Quote)] == [
        "Technisch-instrumenteel",
        "Met een lijst.",
        "Normatief",
        "Bij slaan.",
        "Persoonlijk",
        "Schrik.",
        "Terug",
        "Iets anders.",
    ]


def test_a_dimension_without_words_is_left_out():
    answers = {question: a for question, a in ANSWERS.items() if question != "grens"}

    assert "Normatief" not in said(report(answers)["words"])


def test_who_was_asked_for_no_words_has_no_such_part():
    closed = everything(sections=[a_section("een", a_choice("rol"))], domains=[], report={})

    assert list(report({"rol": "hier"}, of=closed)) == ["cover", "practice", "goals", "reckoning"]


def test_no_points_are_promised():
    assert (
        "Of het meetelt voor een register, bepaalt het register zelf."
        in said(report()["words"])[-1]
    )
