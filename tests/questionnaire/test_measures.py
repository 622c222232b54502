"""What one response gives to a group."""

from fractions import Fraction

from reflect.questionnaire import contribution, measures, same, score
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
        choice("stap", "a", "b", "c", use="context"),
        choice("vier", "a", "b", "c", "d", use="context"),
        choice("keus", "a", "b", use="none"),
        open_question("vraag"),
    ),
    domains=[domain()],
)


def test_measures_are_domains_questions_on_the_scale_that_is_shown_and_small_choices():
    assert [(m.id, m.low, m.high) for m in measures(BROAD)] == [
        ("domain:zien", 1, 5),
        ("confidence:zeker", 0, 10),
        ("context:tijd", 1, 5),
        ("grade:cijfer", 1, 10),
        ("choice:stap", 0, 2),
    ]


def test_a_response_gives_shares_and_no_words():
    answers = {"a1": 4, "zeker": 5, "tijd": 2, "cijfer": 10, "los": 1, "stap": "b", "vraag": "Ja."}
    assert contribution(BROAD, score(BROAD, "after", answers)) == {
        "domain:zien": Fraction(3, 4),
        "confidence:zeker": Fraction(1, 2),
        "context:tijd": Fraction(1, 4),
        "grade:cijfer": 1,
        "choice:stap": Fraction(1, 2),
    }


def test_what_is_missing_is_left_out():
    assert contribution(BROAD, score(BROAD, "after", {"tijd": "na", "cijfer": 1})) == {
        "grade:cijfer": 0
    }


def test_of_the_same_version_every_mean_means_the_same():
    assert same(BROAD, BROAD) == {one.id for one in measures(BROAD)} - {"choice:stap"}


def test_between_versions_only_what_is_asked_in_the_same_way_means_the_same():
    reworded, context = statement("a1"), aside("tijd", "eens", "context")
    reworded["text"] = {"nl": "Anders gevraagd."}
    other = a_questionnaire(section("een", reworded, context), domains=[domain()])
    more = a_questionnaire(
        section("een", statement("a1"), statement("a2"), context), domains=[domain()]
    )
    stricter = a_questionnaire(
        section("een", statement("a1"), context), domains=[domain(answered_more_than=0.9)]
    )

    for changed in (other, more, stricter):
        assert same(BROAD, changed) == {"context:tijd"}
