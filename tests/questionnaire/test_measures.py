"""What one response gives to a group."""

from fractions import Fraction

from reflect.questionnaire import contribution, measures, score
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    domain,
    open_question,
    section,
    statement,
)

BROAD = a_questionnaire(
    section(
        "een",
        statement("a1"),
        aside("zeker", "tien", "confidence", domain="zien"),
        aside("tijd", "eens", "context"),
        aside("cijfer", "cijfer", "grade"),
        aside("los", "eens", "none"),
        choice("stap", "a", "b", use="context"),
        open_question("vraag"),
    ),
    domains=[domain()],
)


def test_measures_are_domains_then_questions_on_the_scale_that_is_shown():
    assert [(m.id, m.low, m.high) for m in measures(BROAD)] == [
        ("domain:zien", 1, 5),
        ("confidence:zeker", 0, 10),
        ("context:tijd", 1, 5),
        ("grade:cijfer", 1, 10),
    ]


def test_a_response_gives_shares_and_no_words():
    answers = {"a1": 4, "zeker": 5, "tijd": 2, "cijfer": 10, "los": 1, "stap": "a", "vraag": "Ja."}
    assert contribution(BROAD, score(BROAD, "after", answers)) == {
        "domain:zien": Fraction(3, 4),
        "confidence:zeker": Fraction(1, 2),
        "context:tijd": Fraction(1, 4),
        "grade:cijfer": 1,
    }


def test_what_is_missing_is_left_out():
    assert contribution(BROAD, score(BROAD, "after", {"tijd": "na", "cijfer": 1})) == {
        "grade:cijfer": 0
    }
