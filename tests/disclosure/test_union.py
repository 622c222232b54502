"""Sets that were told are added up; what was not told as it is stays out."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reflect.disclosure import (
    Entry,
    Figure,
    Ledger,
    Measure,
    Sum,
    Withheld,
    decide,
    decide_pool,
    key,
    unite,
)

SIGNALS, GRADE, STEP = MEASURES = (
    Measure("domain:signalen", 1, 5),
    Measure("grade:cijfer", 1, 10),
    Measure("choice:stap", 0, 2),
)


def group(name, size, value):
    return {f"{name}{seat}": Fraction(value) for seat in range(size)}


def decided(values, ledger=None, way=decide):
    return way(MEASURES, {SIGNALS.id: values}, ledger or Ledger(), questionnaire="q", moment=1)


def test_a_union_is_the_mean_of_all_in_its_parts():
    parts = [decided(group("a", 6, "1/2")).exact, decided(group("b", 12, "3/4")).exact]

    union = unite([SIGNALS, STEP], parts)

    # (6/2 + 12·3/4) / 18 = 2/3 of the way from 1 to 5
    assert union.figures == (Figure(SIGNALS.id, 1, 5, Decimal("3.7"), None, "15-24"),)
    assert union.sums == {SIGNALS.id: Sum(Fraction(12), 18)}


def test_a_set_that_was_told_as_a_bound_is_left_out():
    plain, extreme = decided(group("a", 6, "1/2")), decided(group("b", 6, 0))

    union = unite(MEASURES, [plain.exact, extreme.exact])

    assert extreme.figures[0].bound == "at_most"
    assert union.sums == plain.sums


def test_where_every_set_was_told_as_a_bound_that_is_why_nothing_is_told():
    union = unite([SIGNALS, GRADE], [{GRADE.id: Sum(Fraction(3), 6)}, {}])

    assert union.withheld == (Withheld(SIGNALS.id, "bound"),)


@pytest.mark.parametrize(
    "sums", [(Fraction(1, 2), Fraction(1, 2)), (Fraction(9, 2), Fraction(9, 2))]
)
def test_a_union_is_never_extreme_as_none_of_its_parts_is(sums):
    union = unite(MEASURES, [{SIGNALS.id: Sum(each, 5)} for each in sums])

    assert union.figures[0].bound is None


def test_of_a_pool_those_are_told_about_whom_nothing_was_told():
    where = key("q", 1, SIGNALS.id)
    ledger = Ledger([Entry.over(where, group("a", 6, 0))])
    waiting = group("b", 5, "1/2") | {"a0": Fraction(1)}

    assert not decided(waiting, ledger).figures
    decision = decided(waiting, ledger, decide_pool)

    assert decision.entries == (Entry.over(where, group("b", 5, 0)),)
    assert decision.about == {SIGNALS.id: frozenset(group("b", 5, 0))}


def test_a_pool_of_too_few_waits_on():
    decision = decided(group("b", 4, "1/2"), way=decide_pool)

    assert decision.withheld[0] == Withheld(SIGNALS.id, "too_few")
