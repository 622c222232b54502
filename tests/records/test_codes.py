"""Codes are typed by people, who read an O for a zero."""

import pytest

from reflect.records import codes
from reflect.records.codes import NotACode


def test_a_personal_code_has_four_groups_of_five_and_a_join_code_two_of_four():
    assert [len(group) for group in codes.personal().split("-")] == [5, 5, 5, 5]
    assert [len(group) for group in codes.join().split("-")] == [4, 4]


def test_codes_differ():
    assert len({codes.personal() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "typed",
    [
        "K01X-9M1Q",
        "k01x9m1q",
        " KO1X 9MIQ ",
        "k-o-l-x-9-m-i-q",
        "K01X\u20119M1Q",
        "K0LX\u20139M1Q\n",
    ],
)
def test_a_code_is_read_forgivingly(typed):
    assert codes.read(typed, codes.JOIN) == "K01X9M1Q"


@pytest.mark.parametrize(
    "typed", ["", "K01X-9M1", "K01X-9M1QQ", "K01X-9M1U", "K01X-9M1é", "--------"]
)
def test_what_cannot_be_a_code_is_refused(typed):
    with pytest.raises(NotACode):
        codes.read(typed, codes.JOIN)
