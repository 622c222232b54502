"""How many people: a band, and none below five."""

import pytest

from reflect.disclosure.headcount import headcount


@pytest.mark.parametrize(
    ("count", "people"),
    [
        (5, "5-9"),
        (9, "5-9"),
        (10, "10-14"),
        (14, "10-14"),
        (15, "15-24"),
        (24, "15-24"),
        (25, "25+"),
        (400, "25+"),
    ],
)
def test_a_number_of_people_is_told_as_its_band(count, people):
    assert headcount(count) == people


def test_four_people_have_no_band():
    with pytest.raises(ValueError, match="nothing is told"):
        headcount(4)
