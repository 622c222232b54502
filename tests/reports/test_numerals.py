"""Numbers that can be reckoned with."""

from fractions import Fraction

import pytest

from reflect.language import language
from reflect.reports.numerals import exact


@pytest.mark.parametrize(
    ("value", "least", "written"),
    [
        ("3", 0, "3"),
        ("3", 2, "3,00"),
        ("15/4", 1, "3,75"),
        ("1/16", 0, "0,0625"),
        ("1/32", 0, "1/32"),
        ("13/24", 2, "13/24"),
        ("0", 0, "0"),
    ],
)
def test_a_number_is_a_decimal_where_it_ends_soon_and_else_a_fraction(value, least, written):
    assert exact(language("nl"), Fraction(value), least) == written
