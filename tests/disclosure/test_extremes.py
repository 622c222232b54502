"""When a sum would give people away, and what is told instead."""

from fractions import Fraction

import pytest

from reflect.disclosure.extremes import bound, limit, width


@pytest.mark.parametrize(
    ("total", "count", "open_"),
    [
        (Fraction(0), 5, Fraction(0)),  # all of them lowest: everybody is known
        (Fraction(1, 4), 5, Fraction(1, 4)),
        (Fraction(5, 2), 5, Fraction(1)),  # in the middle nothing follows about anyone
        (Fraction(19, 4), 5, Fraction(1, 4)),
        (Fraction(5), 5, Fraction(0)),
        (Fraction(9, 10), 2, Fraction(9, 10)),
        (Fraction(3, 2), 2, Fraction(1, 2)),
    ],
)
def test_the_width_is_what_the_others_leave_open_for_one(total, count, open_):
    assert width(total, count) == open_


@pytest.mark.parametrize(
    ("total", "side"),
    [
        (Fraction(0), "at_most"),
        (Fraction(49, 100), "at_most"),
        (Fraction(1, 2), None),  # exactly half of the scale open: told
        (Fraction(3), None),
        (Fraction(11, 2), None),
        (Fraction(551, 100), "at_least"),
        (Fraction(6), "at_least"),
    ],
)
def test_a_sum_that_leaves_less_than_half_of_the_scale_open_is_extreme(total, side):
    assert bound(total, 6) == side


@pytest.mark.parametrize("count", range(5, 40))
def test_at_the_limit_half_of_the_scale_is_open(count):
    assert width(limit("at_most", count) * count, count) == Fraction(1, 2)
    assert width(limit("at_least", count) * count, count) == Fraction(1, 2)
    assert limit("at_most", count) < limit("at_least", count)
