"""One decimal, by exact arithmetic."""

from fractions import Fraction

import pytest

from reflect.disclosure.tenths import down, nearest, up


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Fraction(3), "3.0"),
        (Fraction(0), "0.0"),
        (Fraction(10), "10.0"),
        (Fraction(10, 3), "3.3"),
        (Fraction(325, 100), "3.3"),  # half up, where half to even says 3.2
        (Fraction(115, 100), "1.2"),  # half up, where the float 1.15 is less than a half
        (Fraction(3249, 1000), "3.2"),
    ],
)
def test_a_mean_is_rounded_half_up_and_keeps_its_decimal(value, told):
    assert str(nearest(value)) == told


def test_a_bound_is_rounded_outward():
    between = Fraction(17, 15)  # 1.1333...

    assert (str(down(between)), str(up(between))) == ("1.1", "1.2")


def test_a_bound_that_is_a_tenth_already_stays():
    tenth = Fraction(14, 10)

    assert str(down(tenth)) == str(up(tenth)) == "1.4"
