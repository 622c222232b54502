"""How people are spread: in tens of percent, of ten or more, each third chosen by three or none."""

import json
from fractions import Fraction

import pytest

from reflect.disclosure import Distribution, Entry, Ledger, Measure, decide, key
from reflect.disclosure.distribution import third

TIME, STEP, SIGNALS = (
    Measure("context:tijd", 1, 5),
    Measure("choice:stap", 0, 2),
    Measure("domain:signalen", 1, 5),
)


def spread(low, middle, high):
    """So many people at the bottom, in the middle, at the top of the scale."""
    values = [Fraction(0)] * low + [Fraction(1, 2)] * middle + [Fraction(1)] * high
    return {f"p{number}": value for number, value in enumerate(values)}


def told(measure, values, ledger=None):
    decision = decide(
        [measure], {measure.id: values}, ledger or Ledger(), questionnaire="q", moment=1
    )
    return decision.distributions


@pytest.mark.parametrize(
    ("points", "low", "high"),
    [(5, [1, 2], [4, 5]), (4, [1], [4]), (10, [1, 2, 3], [8, 9, 10]), (3, [1], [3]), (2, [1], [2])],
)
def test_a_scale_is_told_in_thirds_whose_middle_is_the_widest(points, low, high):
    thirds = {point: third(Fraction(point - 1, points - 1)) for point in range(1, points + 1)}

    assert [point for point, each in thirds.items() if each == 0] == low
    assert [point for point, each in thirds.items() if each == 2] == high


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((3, 4, 3), (30, 40, 30)),
        ((0, 7, 4), (0, 60, 40)),
        ((4, 4, 4), (40, 30, 30)),  # a third each: the whole is ten tenths
        ((3, 0, 40), (10, 0, 90)),
        ((3, 3, 90), (0, 0, 100)),  # 3 %, told as nothing
    ],
)
def test_shares_are_tens_of_percent_that_make_a_whole(counts, shares):
    (distribution,) = told(TIME, spread(*counts))

    assert distribution.shares == shares
    assert Distribution.from_json(json.loads(json.dumps(distribution.to_json()))) == distribution


@pytest.mark.parametrize("counts", [(3, 3, 3), (2, 5, 5), (5, 1, 5), (10, 2, 0), (0, 0, 12)])
def test_of_fewer_than_ten_or_with_fewer_than_three_somewhere_nothing_is_told(counts):
    assert told(TIME, spread(*counts)) == ()
    assert told(STEP, spread(*counts)) == ()


def test_what_is_in_a_domain_is_never_spread_out():
    assert told(SIGNALS, spread(4, 4, 4)) == ()


def test_a_choice_has_a_distribution_and_no_mean():
    decision = decide([STEP], {STEP.id: spread(4, 4, 4)}, Ledger(), questionnaire="q", moment=1)

    assert (decision.figures, decision.withheld, decision.pooled) == ((), (), {})
    assert [one.people for one in decision.distributions] == ["10-14"]


def test_each_of_the_three_counts_is_a_sum_in_the_ledger():
    values = spread(4, 4, 4)
    decision = decide([STEP], {STEP.id: values}, Ledger(), questionnaire="q", moment=1)

    where = key("q", 1, STEP.id)
    assert list(decision.entries) == [Entry.over(f"{where}={each}", values) for each in range(3)]


def test_the_ledger_may_refuse_a_distribution():
    few = Ledger([Entry.over("q/1/choice:stap=1", ["p0", "a", "b", "c", "d"])])

    assert told(STEP, spread(4, 4, 4), few) == ()


def test_where_the_mean_is_told_as_a_bound_nothing_more_is_told():
    values = {f"p{n}": Fraction(0) for n in range(30)} | {f"r{n}": Fraction(1, 100) for n in "abc"}

    decision = decide([TIME], {TIME.id: values}, Ledger(), questionnaire="q", moment=1)

    assert decision.figures[0].bound == "at_most"
    assert decision.exact == {}
    assert decision.distributions == ()


@pytest.mark.parametrize(
    ("shares", "people", "message"),
    [
        ((30, 30, 30), "10-14", "tens of percent"),
        ((33, 33, 34), "10-14", "tens of percent"),
        ((50, 50), "10-14", "tens of percent"),
        ((30, 30, 40), "5-9", "too few"),
        ((30, 30, 40), "12", "more than a band"),
    ],
)
def test_a_distribution_says_nothing_finer(shares, people, message):
    with pytest.raises(ValueError, match=message):
        Distribution("choice:stap", shares, people)
