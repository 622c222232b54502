"""Scoring, by the vectors and the properties of the rules."""

from fractions import Fraction

import pytest

from reflect.questionnaire import Profile, mean, score
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    domain,
    of_statements,
    section,
    statement,
)

FIVE = of_statements(*(statement(f"a{n}", reverse=n == 5) for n in range(1, 6)))
OPEN = of_statements(*(statement(f"a{n}") for n in range(1, 5)), answered_more_than=0)
SURE = a_questionnaire(
    section("een", statement("a1"), aside("zeker", "tien", "confidence", domain="zien")),
    domains=[domain()],
)


def scored(questionnaire, *values, phase="after"):
    """The score of the first domain for these answers, in the order of the questions."""
    names = questionnaire.questions
    answers = {q: value for q, value in zip(names, values, strict=False) if value is not None}
    return score(questionnaire, phase, answers).scores[0]


def test_the_vector_of_the_rules_gives_four_and_three_quarters_and_the_highest_band():
    found = scored(FIVE, 4, 5, 3, 4, 2)
    assert (found.score, mean(found.score)) == (Fraction(3, 4), 4)
    assert (found.answered, found.asked, found.band) == (5, 5, "band-2")


def test_a_reversed_point_counts_from_the_other_end():
    reversed_ = of_statements(statement("a1", reverse=True))
    assert [scored(reversed_, x).score for x in (1, 2, 5)] == [1, Fraction(3, 4), 0]


def test_the_lowest_point_of_a_scale_is_nothing_and_not_a_fifth():
    assert scored(OPEN, 1, 1, 1, 1).score == 0


def test_a_scale_may_begin_below_zero():
    scales = {"eens": {"from": -2, "to": 2}}
    below = a_questionnaire(section("een", statement("a1")), domains=[domain()], scales=scales)
    assert [scored(below, x).score for x in (-2, -1, 2)] == [0, Fraction(1, 4), 1]


@pytest.mark.parametrize(("asked", "enough"), [(4, 3), (5, 3), (6, 4), (7, 4), (8, 5)])
def test_more_than_half_must_be_answered(asked, enough):
    questionnaire = of_statements(*(statement(f"a{n}") for n in range(asked)))
    too_few = scored(questionnaire, *[3] * (enough - 1))
    assert (too_few.score, too_few.band, too_few.answered) == (None, None, enough - 1)
    assert scored(questionnaire, *[3] * enough).score == Fraction(1, 2)


def test_not_applicable_and_no_answer_are_both_missing_and_never_nothing():
    found = scored(FIVE, 4, "na", None, 4, 2)
    assert (found.score, found.answered, found.asked) == (Fraction(3, 4), 3, 5)


def test_a_share_of_questions_is_compared_exactly():
    tenth = of_statements(*(statement(f"a{n}") for n in range(10)), answered_more_than=0.3)
    assert scored(tenth, 5, 5, 5).score is None
    assert scored(tenth, 5, 5, 5, 5).score == 1


def test_nothing_answered_is_no_score_even_where_nothing_is_demanded():
    assert scored(OPEN).score is None


def test_weights_weigh():
    weighed = of_statements(statement("a1", weight=0.1), statement("a2", weight=0.2))
    assert scored(weighed, 5, 1).score == Fraction(1, 3)


def test_an_edge_belongs_to_the_higher_band():
    halves = of_statements(*(statement(f"a{n}") for n in range(4)))
    assert scored(halves, 2, 2, 3, 3).band == "band-1"  # 0.375
    assert scored(halves, 2, 2, 2, 3).band == "band-0"
    assert scored(halves, 4, 4, 4, 3).band == "band-2"  # 0.6875
    assert scored(halves, 4, 4, 3, 3).band == "band-1"


def test_an_edge_is_what_was_written_and_not_its_binary_neighbour():
    tenths = a_questionnaire(
        section("een", statement("a1", scale="tien")), domains=[domain(edges=(0.1, 0.3))]
    )
    assert [scored(tenths, x).band for x in (0, 1, 2, 3)] == ["band-0", *["band-1"] * 2, "band-2"]


def test_highest_and_lowest_name_every_tie_after_reversal():
    found = scored(FIVE, 5, 2, 3, 4, 1)
    assert (found.highest, found.lowest) == (("a1", "a5"), ("a2",))


def test_nothing_is_highest_when_all_are_equal():
    found = scored(FIVE, 4, 4, 4, 4, 2)
    assert (found.highest, found.lowest) == ((), ())


@pytest.mark.parametrize(
    ("answer", "sure", "gap"),
    [(3, 8, Fraction(3, 10)), (2, 5, Fraction(1, 4)), (4, 5, Fraction(-1, 4)), (3, 7, None)],
)
def test_a_gap_is_named_from_a_quarter_on(answer, sure, gap):
    assert scored(SURE, answer, sure).gap == gap


def test_there_is_no_gap_without_a_score_or_without_confidence():
    assert scored(SURE, 3).gap is None
    assert scored(SURE, None, 9).gap is None
    assert scored(SURE, None, 9).confidence == Fraction(9, 10)
    assert scored(FIVE, 4, 4, 4, 4, 4).confidence is None


def test_confidence_context_and_grades_are_never_in_the_score():
    beside = a_questionnaire(
        section("een", statement("a1"), aside("z", "tien", "confidence", domain="zien")),
        section("twee", aside("t", "eens", "context"), aside("c", "cijfer", "grade")),
        domains=[domain()],
    )
    assert scored(beside, 4, 0, 1, 1).score == scored(beside, 4).score == Fraction(3, 4)


ROLE = a_questionnaire(
    section("een", choice("rol", "lokaal", "gi")),
    section("twee", statement("a1"), statement("a2", show_if={"equals": ["rol", "gi"]})),
    section("drie", statement("a3"), phases=["later"]),
    domains=[domain()],
)


def test_only_questions_on_the_path_are_asked_and_kept():
    profile = score(ROLE, "after", {"rol": "lokaal", "a1": 5, "a2": 1, "a3": 1, "weg": 1})
    assert (profile.scores[0].score, profile.scores[0].asked) == (1, 1)
    assert profile.answers == {"rol": "lokaal", "a1": 5}


def test_a_domain_that_is_not_asked_has_no_score():
    later = a_questionnaire(section("een", statement("a1", phases=["later"])), domains=[domain()])
    assert (scored(later, 5).score, scored(later, 5).asked) == (None, 0)


def test_a_profile_keeps_choices_and_what_made_it():
    several = {"id": "c", "type": "choices", "text": {"nl": "Wat?"}}
    options = [{"value": v, "label": {"nl": v}} for v in ("x", "y")]
    questionnaire = a_questionnaire(section("een", {**several, "options": options}))
    profile = score(questionnaire, "before", {"c": ("x", "y")})
    assert profile.to_json()["answers"] == {"c": ["x", "y"]}
    assert Profile.from_json(profile.to_json()) == profile
    assert (profile.fingerprint, profile.scoring) == (questionnaire.fingerprint, 1)
