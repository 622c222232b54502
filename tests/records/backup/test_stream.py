"""A sealed stream comes out as it went in, or not at all."""

import io
import json
from datetime import UTC, datetime
from random import Random

import pytest

from reflect.records import sealing
from reflect.records.backup import stream
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

AT = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)
RING = KeyRing({1: b"1" * 32, 2: b"2" * 32})
SMALL = 64


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch):
    monkeypatch.setattr(stream, "CHUNK", SMALL)


class Pipe(io.BytesIO):
    """Gives a few bytes at a time, as pipes do."""

    def read(self, size=-1):
        return super().read(min(size, 7))


def sealed(contents, ring=RING):
    target = io.BytesIO()
    stream.seal(Pipe(contents), target, ring, "sqlite", AT)
    return target.getvalue()


def opened(envelope, ring=RING):
    return b"".join(stream.opened(io.BytesIO(envelope), ring))


def parts(envelope):
    """The header, and the sealed chunks."""
    head = envelope.index(b"\n", len(stream.MAGIC)) + 1
    size = SMALL + stream.TAG
    return envelope[:head], [envelope[at : at + size] for at in range(head, len(envelope), size)]


@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL, SMALL + 1, 3 * SMALL, 1000])
def test_what_goes_in_comes_out(size):
    contents = Random(size).randbytes(size)  # noqa: S311 - no secret

    assert opened(sealed(contents)) == contents
    assert len(parts(sealed(contents))[1]) == max(1, -(-size // SMALL))


def test_the_header_tells_which_key_and_when_and_nothing_else_can_be_read():
    envelope = sealed(b"kanarie" * 50)
    header = stream.header(io.BytesIO(envelope))

    assert (header.number, header.kind, header.at) == (2, "sqlite", AT)
    assert b"kanarie" not in envelope
    assert sealed(b"x") != sealed(b"x")


def test_cut_short_moved_repeated_or_drawn_out_it_does_not_open():
    head, chunks = parts(sealed(bytes(5 * SMALL)))
    assert len(chunks) == 5
    spoilt = [chunks[:number] for number in range(5)]
    spoilt += [chunks[:2] + chunks[3:], [chunks[1], chunks[0], *chunks[2:]], chunks[1:]]
    spoilt += [[*chunks, chunks[-1]], [*chunks[:-1], chunks[0], chunks[-1]], [*chunks, b"x"]]

    for wrong in spoilt:
        with pytest.raises(Unreadable):
            opened(head + b"".join(wrong))


def test_changed_in_any_bit_it_does_not_open():
    envelope = sealed(b"x" * 3 * SMALL)

    for position in range(len(envelope)):
        changed = bytearray(envelope)
        changed[position] ^= 1 << position % 8
        with pytest.raises(Unreadable):
            opened(bytes(changed))


def test_the_chunks_of_another_backup_do_not_fit():
    (head, one), (_, other) = parts(sealed(bytes(3 * SMALL))), parts(sealed(bytes(3 * SMALL)))

    with pytest.raises(Unreadable, match="in its part 2"):
        opened(head + one[0] + other[1] + one[2])


def test_without_its_key_it_does_not_open_and_the_line_says_which():
    with pytest.raises(Unreadable, match="needs key 2 of its ring; here is 1"):
        opened(sealed(b"x"), KeyRing({1: b"1" * 32}))
    with pytest.raises(Unreadable, match="changed or cut short"):
        opened(sealed(b"x"), KeyRing({2: sealing.key()}))


def claiming(**said):
    """A header of nobody's making."""
    real = {"number": 1, "kind": "sqlite", "made": "2026-11-21T13:03:00+00:00", "salt": "ab"}
    return stream.MAGIC + json.dumps(real | said).encode() + b"\n"


@pytest.mark.parametrize(
    "other",
    [
        *(b"", b"PK\x03\x04", stream.MAGIC, stream.MAGIC + b"[1]\n"),
        *(claiming(number=[1]), claiming(salt=1), claiming(more=1), claiming(made=1)),
        *(claiming(made="2026-11-21T13:03:00"), claiming(made="0001-01-01T00:00:00+23:00")),
    ],
)
def test_another_file_is_no_backup(other):
    with pytest.raises(Unreadable, match="no backup of Reflect"):
        opened(other)
