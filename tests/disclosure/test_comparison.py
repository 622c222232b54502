"""The change of a group: over the same people where the ledger lets it, else two means."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reflect.disclosure import Entry, Ledger, Measure, Shift, Side, Withheld, compare, decide, key

SIGNALS = Measure("domain:signalen", 1, 5)
FIRST, SECOND = (key("q", moment, SIGNALS.id) for moment in (1, 2))


def everybody(size, value, start=0):
    return {f"p{seat:02}": Fraction(value) for seat in range(start, start + size)}


def closed(ledger, moment, values):
    """A side as it is after the closing of a moment."""
    given = {SIGNALS.id: values}
    decision = decide([SIGNALS], given, ledger, questionnaire="q", moment=moment)
    for entry in decision.entries:
        ledger.add(entry)
    return Side(
        moment,
        {one.measure: one for one in decision.figures},
        {one.measure: one.reason for one in decision.withheld},
        decision.exact,
        given,
    )


def compared(before, after, kept=None):
    ledger = Ledger()
    first, second = closed(ledger, 1, before), closed(ledger, 2, after)
    if kept is not None:
        first = Side(1, first.figures, first.reasons, first.sums, {SIGNALS.id: kept})
    return compare([SIGNALS], first, second, ledger, questionnaire="q")


def test_the_same_people_twice_are_told_exactly():
    six = everybody(6, "0.3")

    found = compared(six, everybody(6, "0.51"))

    # 0.21 of a scale that is 4 long
    assert found.shifts == (Shift(SIGNALS.id, 1, 5, Decimal("0.8"), same_people=True),)
    signs = {(FIRST, who): -1 for who in six} | {(SECOND, who): 1 for who in six}
    assert found.entries == (Entry.of(signs),)


@pytest.mark.parametrize("missing", [1, 4])
def test_where_a_few_came_only_once_two_means_are_subtracted(missing):
    found = compared(everybody(10, "0.5"), everybody(10 - missing, "0.25"))

    assert found.shifts == (Shift(SIGNALS.id, 1, 5, Decimal("-1.0"), same_people=False),)
    assert found.entries == ()


def test_where_five_came_only_once_those_who_came_twice_are_told_exactly():
    before = everybody(5, "0.5") | everybody(5, "0.8", start=5)

    (shift,) = compared(before, everybody(5, "0.75")).shifts

    assert (shift.value, shift.same_people) == (Decimal("1.0"), True)


def test_who_were_erased_since_are_not_compared_and_set_nobody_apart():
    ten = everybody(10, "0.5")

    (shift,) = compared(ten, ten, kept=everybody(9, "0.5")).shifts

    assert not shift.same_people


def test_nobody_in_both_leaves_the_two_means():
    (shift,) = compared(everybody(5, "0.5"), everybody(5, "0.75", start=20)).shifts

    assert (shift.value, shift.same_people) == (Decimal("1.0"), False)


def test_a_change_that_would_close_the_scale_around_somebody_is_not_told_exactly():
    # those who came twice all answered the lowest the second time; the group as a whole did not
    before = everybody(10, "0.3")
    after = everybody(5, 0) | everybody(5, "0.5", start=20)
    gone = {who: value for who, value in before.items() if who >= "p05"}
    assert len(gone) == 5

    (shift,) = compared(before, after).shifts

    assert not shift.same_people


def test_between_two_bounds_or_one_nothing_is_told():
    found = compared(everybody(6, 0), everybody(6, "0.5"))

    assert found.withheld == (Withheld(SIGNALS.id, "bound"),)
    assert not found.shifts


@pytest.mark.parametrize(("before", "after"), [(4, 6), (6, 4)])
def test_what_one_moment_withheld_has_no_change(before, after):
    found = compared(everybody(before, "0.5"), everybody(after, "0.5"))

    assert found.withheld == (Withheld(SIGNALS.id, "too_few"),)


def test_what_only_one_moment_asked_has_no_change():
    ledger = Ledger()
    first = closed(ledger, 1, everybody(6, "0.5"))
    second = Side(2, {}, {}, {}, {})

    found = compare([SIGNALS], first, second, ledger, questionnaire="q")

    assert (found.shifts, found.withheld) == ((), ())
