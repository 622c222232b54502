"""Sealed envelopes open in their place, with their key, unchanged; or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reflect.records import sealing
from reflect.records.sealing import Place, Unreadable

KEY = bytes(range(32))
HERE = Place("response", "r1", "p1", "f1", 3)
CONTENTS = b"Ik heb het gezegd, maar te laat."


@given(some.binary(max_size=2000))
def test_what_goes_in_comes_out(contents):
    assert sealing.opened(KEY, sealing.seal(KEY, contents, HERE), HERE) == contents


def test_two_envelopes_of_the_same_contents_have_nothing_in_common():
    one, other = (sealing.seal(KEY, CONTENTS, HERE) for _ in range(2))

    assert one[sealing.HEAD :] != other[sealing.HEAD :]
    assert CONTENTS not in one


def test_an_envelope_changed_in_any_bit_is_refused():
    envelope = sealing.seal(KEY, CONTENTS, HERE)

    for position in range(len(envelope)):
        changed = bytearray(envelope)
        changed[position] ^= 1 << (position % 8)
        with pytest.raises(Unreadable):
            sealing.opened(KEY, bytes(changed), HERE)


def test_an_envelope_cut_short_or_drawn_out_is_refused():
    envelope = sealing.seal(KEY, CONTENTS, HERE)

    for cut in range(len(envelope)):
        with pytest.raises(Unreadable):
            sealing.opened(KEY, envelope[:cut], HERE)
        with pytest.raises(Unreadable):
            sealing.opened(KEY, envelope + envelope[: cut + 1], HERE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        HERE._replace(table="profile"),
        HERE._replace(row="r2"),
        HERE._replace(owner="p2"),
        HERE._replace(definition="f2"),
        HERE._replace(version=2),
        Place("response", "r1p1", "", "f1", 3),
    ],
)
def test_an_envelope_moved_to_another_place_is_refused(elsewhere):
    with pytest.raises(Unreadable, match="is not readable"):
        sealing.opened(KEY, sealing.seal(KEY, CONTENTS, HERE), elsewhere)


def test_another_key_opens_nothing():
    with pytest.raises(Unreadable):
        sealing.opened(sealing.key(), sealing.seal(KEY, CONTENTS, HERE), HERE)


def test_the_length_of_an_envelope_tells_little_of_its_contents():
    lengths = {len(sealing.seal(KEY, b"x" * size, HERE)) for size in range(512)}

    assert len(lengths) == 3


def test_a_key_is_wrapped_by_another():
    wrapped = sealing.wrap(KEY, inner := sealing.key(), HERE, number=7)

    assert sealing.opened(KEY, wrapped, HERE) == inner
    assert sealing.number(wrapped) == 7
    assert len(wrapped) < 80


def test_each_purpose_has_a_key_of_its_own():
    assert sealing.derive(KEY, "session") != sealing.derive(KEY, "ledger")
    assert sealing.derive(KEY, "session") == sealing.derive(KEY, "session")


def test_a_text_is_found_again_without_being_kept():
    assert sealing.digest(KEY, "a@b.nl") == sealing.digest(KEY, "a@b.nl")
    assert sealing.digest(KEY, "a@b.nl") != sealing.digest(sealing.key(), "a@b.nl")
