"""Change between two moments, by the vectors and the properties of the rules."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.questionnaire import Moment, along, changes, read_definition, score
from reflect.questionnaire.margin import Margin
from tests.questionnaire.building import (
    a_questionnaire,
    choice,
    domain,
    nl,
    of_statements,
    section,
    statement,
)

DEFINITIONS = Path(__file__).parents[1] / "definitions"
KNOWN = {"n": 240, "sd": 0.15, "reliability": 0.8, "source": "Een bron"}  # sd .60 from 1 to 5
NAMES = [f"a{n}" for n in range(1, 6)]
FIVE = of_statements(*(statement(name) for name in NAMES))
TENTHS = [statement(name, scale="tien") for name in NAMES]


def moment(questionnaire, *values, phase="after", **answers):
    """A moment with these answers, in the order of the questions; None is none."""
    pairs = zip(questionnaire.questions, values, strict=False)
    given = {question: value for question, value in pairs if value is not None}
    return Moment(questionnaire, score(questionnaire, phase, given | answers))


def change(before, after):
    return changes(before, after)[0]


def by_tenths(before, after, **known):
    """The change of a domain whose score went from one share to another, in fiftieths."""
    questionnaire = of_statements(*TENTHS, **known)

    def spread(fiftieths):
        whole, over = divmod(fiftieths, 5)
        return moment(questionnaire, *[whole + (number < over) for number in range(5)])

    return change(spread(before), spread(after))


def test_a_change_is_the_later_score_less_the_earlier():
    found = change(moment(FIVE, 3, 3, 3, 3, 4), moment(FIVE, 4, 4, 4, 4, 4))
    assert (found.before, found.after) == (Fraction(11, 20), Fraction(3, 4))
    assert found.delta == Fraction(1, 5)
    assert (found.questions, found.asked) == (tuple(NAMES), 5)


@pytest.mark.parametrize(
    ("fiftieths", "verdict"),  # 6.25 fiftieths are half a point from 1 to 5
    [(0, "same"), (6, "same"), (7, "higher"), (12, "higher"), (13, "much_higher"), (-6, "same"),
     (-7, "lower"), (-12, "lower"), (-13, "much_lower")],
)  # fmt: skip
def test_without_a_reference_words_go_by_a_rule_of_thumb(fiftieths, verdict):
    found = by_tenths(25, 25 + fiftieths)
    assert (found.verdict, found.margin, found.rci) == (verdict, None, None)


@pytest.mark.parametrize(
    ("after", "verdict"), [(4, "higher"), (3, "same"), (5, "much_higher"), (1, "much_lower")]
)
def test_exactly_half_a_point_and_exactly_a_point_belong_to_the_larger_word(after, verdict):
    eighths = of_statements(statement("a1", weight=1), statement("a2", weight=1))
    found = change(moment(eighths, 3, 3), moment(eighths, after, 3))
    assert abs(found.delta) in (0, Fraction(1, 8), Fraction(1, 4))
    assert found.verdict == verdict


def test_the_vector_of_the_rules_is_reliable():
    found = by_tenths(22 + 5, 37, reference=KNOWN)  # 3.16 to 3.96
    vector = by_tenths(25, 35, reference=KNOWN)  # as far apart as 3.2 and 4.0
    assert vector.delta == Fraction(1, 5)
    assert round(vector.rci, 2) == round(found.rci, 2) == Decimal("2.11")
    assert round(4 * vector.margin.least, 3) == Decimal("0.744")
    assert round(float(vector.margin.square) ** 0.5 * 4, 3) == 0.379
    assert vector.verdict == "much_higher"
    assert by_tenths(35, 25, reference=KNOWN).verdict == "much_lower"


def test_within_the_margin_there_is_no_clear_difference_however_large_it_looks():
    found = by_tenths(25, 34, reference=KNOWN)  # 0.72 from 1 to 5: a rule of thumb would see it
    assert (found.verdict, found.margin.people, found.margin.source) == ("same", 240, "Een bron")


def test_a_difference_of_exactly_the_margin_is_not_beyond_it():
    """sd 5/49 and r 1/2: S_diff is 5/49, and 1.96 of it exactly a fifth."""
    margin = Margin(Fraction(5, 49) ** 2, 100, "x")
    assert not margin.is_passed_by(Fraction(1, 5))
    assert margin.is_passed_by(Fraction(1, 5) + Fraction(1, 10**30))
    assert margin.is_passed_by(-Fraction(1, 5) - Fraction(1, 10**30))


@pytest.mark.parametrize(
    "unfit",
    [{"n": 99}, {"sd": 0}, {"reliability": 1.0}, {"reliability": -0.1}, {"reliability": 1.2}],
)
def test_a_reference_that_tells_nothing_of_chance_is_no_reference(unfit):
    assert by_tenths(25, 35, reference=KNOWN | unfit).margin is None


@pytest.mark.parametrize("fit", [{"n": 100}, {"reliability": 0.0}])
def test_a_reference_at_its_edge_will_do(fit):
    assert by_tenths(25, 35, reference=KNOWN | fit).margin is not None


def test_a_domain_that_is_not_scored_at_both_moments_is_not_compared():
    full, few = moment(FIVE, 3, 3, 3), moment(FIVE, 3, 3)
    assert change(few, full).reason == "unscored_before"
    assert change(full, few).reason == "unscored_after"
    assert (change(full, few).delta, change(full, few).verdict) == (None, None)
    assert change(few, few).rci is None


def test_only_statements_equal_in_both_versions_are_compared():
    worded = [statement(name) for name in NAMES]
    worded[4] = statement("a5", text=nl("Anders gezegd."))
    newer = of_statements(*worded, reference=KNOWN)
    found = change(moment(FIVE, 3, 3, 3, 3, 1), moment(newer, 3, 3, 3, 3, 5))
    assert found.questions == ("a1", "a2", "a3", "a4")
    assert (found.delta, found.asked) == (0, 5)
    assert found.margin is None  # the reference is of the whole domain


def test_too_few_equal_statements_are_no_domain():
    worded = [statement(name, text=nl(f"Anders {name}.")) for name in NAMES[:3]]
    newer = of_statements(*worded, *(statement(name) for name in NAMES[3:]))
    found = change(moment(FIVE, *[3] * 5), moment(newer, *[3] * 5))
    assert (found.reason, found.questions) == ("few_equal", ("a4", "a5"))


def test_nothing_equal_is_nothing_to_compare_even_where_nothing_is_demanded():
    one = of_statements(statement("a1"), answered_more_than=0)
    other = of_statements(statement("b1"), answered_more_than=0)
    assert change(moment(one, 3), moment(other, 3)).reason == "few_equal"


def test_a_domain_of_one_version_is_told_and_not_compared():
    horen = section("twee", statement("b1", domain="horen"))
    both = a_questionnaire(
        section("een", statement("a1")), horen, domains=[domain(), domain("horen")]
    )
    one = a_questionnaire(section("een", statement("a1")), domains=[domain()])
    new = changes(moment(one, 3), moment(both, 3, 3))
    gone = changes(moment(both, 3, 3), moment(one, 3))
    assert [(each.domain, each.reason) for each in new] == [("zien", None), ("horen", "new")]
    assert [(each.domain, each.reason) for each in gone] == [("zien", None), ("horen", "gone")]
    assert gone[1].asked == 1


ROLE = a_questionnaire(
    section("een", choice("rol", "x", "y")),
    section("twee", statement("a1"), statement("a2"), statement("a3"),
            statement("a4", show_if={"equals": ["rol", "y"]})),
    domains=[domain(reference=KNOWN)],
)  # fmt: skip


def test_only_what_was_asked_at_both_moments_is_compared():
    found = change(moment(ROLE, "x", 3, 3, 3), moment(ROLE, "y", 3, 3, 3, 5))
    assert (found.questions, found.delta, found.asked) == (("a1", "a2", "a3"), 0, 4)
    assert found.margin is None


def test_a_moment_in_between_is_shown_over_the_very_same_statements():
    first, last = moment(ROLE, "y", 3, 3, 3, 3), moment(ROLE, "y", 4, 4, 4, 4)
    whole = change(first, last)
    assert along(moment(ROLE, "y", 3, 4, 3, 4), last, whole) == Fraction(5, 8)
    assert along(moment(ROLE, "x", 3, 4, 3), last, whole) is None
    assert along(moment(ROLE, "y", 3), last, whole) is None
    assert along(moment(FIVE, 3, 3, 3, 3, 3), last, whole) == Fraction(1, 2)
    assert (
        along(moment(a_questionnaire(section("een", choice("r", "x", "y")))), last, whole) is None
    )


THEN = read_definition("then-1", DEFINITIONS)


def test_the_first_moment_as_the_later_one_sees_it_stands_beside_it():
    first = moment(THEN, 4, 2, "nee")
    now = moment(THEN, 4, 2, "nee", phase="later", **{"then-a1": 2, "then-a2": 4})
    found = change(first, now)
    assert (found.before, found.after, found.delta) == (Fraction(3, 4), Fraction(3, 4), 0)
    assert found.then == Fraction(1, 4)


def test_too_few_answers_about_then_tell_nothing():
    now = moment(THEN, 4, 2, "nee", phase="later", **{"then-a1": 2})
    assert change(moment(THEN, 4, 2, "nee"), now).then is None


points = st.one_of(st.none(), st.just("na"), st.integers(1, 5))
sheets = st.lists(points, min_size=5, max_size=5)


@given(sheets, sheets)
def test_there_and_back_again_is_nothing(one, other):
    there, back = (
        change(moment(FIVE, *first), moment(FIVE, *last))
        for first, last in ((one, other), (other, one))
    )
    if there.delta is None:
        assert back.delta is None
    else:
        assert there.delta == -back.delta
        mirror = {"lower": "higher", "much_lower": "much_higher", "same": "same"}
        mirror |= {value: key for key, value in mirror.items()}
        assert back.verdict == mirror[there.verdict]


@given(sheets)
def test_the_same_answers_are_no_change(values):
    found = change(moment(FIVE, *values), moment(FIVE, *values))
    assert found.delta in (0, None)
    assert found.verdict in ("same", None)
    assert (found.reason is None) == (found.delta is not None)


@given(sheets, sheets)
def test_with_one_version_and_one_path_it_is_the_difference_of_the_scores(one, other):
    first, last = moment(FIVE, *one), moment(FIVE, *other)
    scores = [each.profile.scores[0].score for each in (first, last)]
    found = change(first, last)
    if None not in scores:
        assert found.delta == scores[1] - scores[0]
        assert -1 <= found.delta <= 1


@given(sheets, sheets, sheets)
def test_two_steps_make_the_whole_way(one, two, three):
    at = [moment(FIVE, *values) for values in (one, two, three)]
    steps = [change(at[0], at[1]).delta, change(at[1], at[2]).delta, change(at[0], at[2]).delta]
    if None not in steps:
        assert steps[0] + steps[1] == steps[2]
