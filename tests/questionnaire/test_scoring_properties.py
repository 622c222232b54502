"""What is true of every score, whatever was answered."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.questionnaire import Profile, score
from tests.questionnaire.building import (
    a_questionnaire,
    choice,
    domain,
    of_statements,
    section,
    statement,
)

FIVE = of_statements(*(statement(f"a{n}", reverse=n == 5) for n in range(1, 6)))
ROLE = a_questionnaire(
    section("een", choice("rol", "lokaal", "gi")),
    section("twee", statement("a1"), statement("a2", show_if={"equals": ["rol", "gi"]})),
    section("drie", statement("a3"), phases=["later"]),
    domains=[domain()],
)


def scored(questionnaire, *values):
    """The score of the only domain for these answers, in the order of the questions."""
    pairs = zip(questionnaire.questions, values, strict=True)
    return score(questionnaire, "after", {q: v for q, v in pairs if v is not None}).scores[0]


points = st.one_of(st.none(), st.just("na"), st.integers(1, 5))
sheets = st.lists(points, min_size=5, max_size=5)


@settings(deadline=None)
@given(sheets)
def test_a_score_lies_between_nothing_and_all(values):
    found = scored(FIVE, *values)
    assert found.score is None or 0 <= found.score <= 1
    assert (found.band is None) == (found.score is None)


@settings(deadline=None)
@given(sheets)
def test_turning_every_answer_and_every_question_round_is_nothing(values):
    turned = of_statements(*(statement(f"a{n}", reverse=n != 5) for n in range(1, 6)))
    mirrored = [6 - value if isinstance(value, int) else value for value in values]
    assert scored(turned, *mirrored).score == scored(FIVE, *values).score


@settings(deadline=None)
@given(sheets, st.integers(0, 3))
def test_a_higher_answer_never_lowers_the_score(values, which):
    before, value = scored(FIVE, *values).score, values[which]
    if before is not None and isinstance(value, int) and value < 5:
        assert scored(FIVE, *values[:which], value + 1, *values[which + 1 :]).score > before


@settings(deadline=None)
@given(st.permutations([("a1", 2), ("a2", 5), ("a3", 3), ("a4", "na"), ("a5", 1)]))
def test_the_order_of_the_answers_is_nothing(pairs):
    assert score(FIVE, "after", dict(pairs)) == score(FIVE, "after", dict(sorted(pairs)))


@settings(deadline=None)
@given(points, points)
def test_an_answer_off_the_path_changes_nothing(hidden, other):
    base = {"rol": "lokaal", "a1": 4}
    off = {q: value for q, value in (("a2", hidden), ("a3", other)) if value is not None}
    assert score(ROLE, "after", base | off) == score(ROLE, "after", base)


@settings(deadline=None)
@given(sheets)
def test_a_profile_survives_its_json(values):
    profile = score(FIVE, "later", dict(zip(FIVE.questions, values, strict=True)))
    assert Profile.from_json(profile.to_json()) == profile
