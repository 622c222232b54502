"""K can be raised, and never lowered."""

import pytest

from reflect.disclosure import FLOOR, floor


def test_nothing_is_told_about_fewer_than_five():
    assert FLOOR == 5


@pytest.mark.parametrize("configured", [5, 6, 20])
def test_more_people_may_be_asked_for(configured):
    assert floor(configured) == configured


@pytest.mark.parametrize("configured", [4, 1, 0, -5])
def test_fewer_people_may_not(configured):
    with pytest.raises(ValueError, match=f"{configured} is less than 5"):
        floor(configured)
