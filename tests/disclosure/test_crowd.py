"""Very many subjects in little room are the same sets as written out, however they are compared."""

from itertools import product
from random import Random

from reflect.disclosure import Crowd, Names

RANDOM = Random(3)  # noqa: S311 - a crowd to repeat, not a secret
EVERYBODY = sorted(RANDOM.randbytes(32).hex() for _ in range(40))


def names(everybody=EVERYBODY):
    return Names(bytes.fromhex("".join(everybody)))


def some(here, everybody, share):
    marks = bytes(RANDOM.random() < share for _ in everybody)
    crowd = Crowd(here, marks)
    return crowd, {who for who, mark in zip(everybody, marks, strict=True) if mark}


def test_crowds_are_compared_joined_and_parted_as_plain_sets_are():
    here, others = names(), EVERYBODY[:30]
    sets = [
        (Crowd(here), {*EVERYBODY}),
        *(some(here, EVERYBODY, share) for share in (0, 0.5, 0.9)),
        some(names(others), others, 0.5),  # of other names
        (frozenset(EVERYBODY[:3]), {*EVERYBODY[:3]}),
    ]
    for (one, plain), (other, same) in product(sets, sets):
        assert one == plain
        assert (one <= other, one == other) == (plain <= same, plain == same)
        assert one - other == plain - same
        assert one & other == plain & same
        assert one | other == plain | same


def test_names_come_in_order_and_are_found_again():
    crowd = Crowd(names())

    assert [*crowd] == EVERYBODY
    assert EVERYBODY[7] in crowd
    assert "nobody" not in crowd
    assert [*crowd] == EVERYBODY  # now that they are kept


def test_whom_crowds_have_in_common_takes_no_room_for_names():
    both = Crowd(names()) & Crowd(names(EVERYBODY[:30]))

    assert isinstance(both, Crowd)
    assert [*both] == EVERYBODY[:30]
