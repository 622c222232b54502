"""Envelopes that are spoilt or moved, and how each of them would be opened in its own place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

from sqlalchemy import select

from reflect.records.openers import OPENERS, Asking
from reflect.records.responses import Response
from reflect.records.sealed import envelopes
from reflect.records.tables import metadata
from reflect.records.within import WITHIN

BY_PERSON = ("response.snapshot", "answer.sealed", "profile.sealed", "goal.sealed")


@dataclass(frozen=True)
class Slot:
    """A column of a row, what lies in it, and how that is opened."""

    name: str
    envelope: bytes
    opened: Callable[[bytes], object]


def slots(db, ring, people) -> list[Slot]:
    """All that is sealed for the server, and all that is for these people."""
    found = [*_by_ring(db, ring), *_within(db, ring)]
    for me in people:
        found += _by_person(db, ring, me)
    return found


def _rows(db, table):
    return db.execute(select(metadata.tables[table])).mappings().all()


def _by_ring(db, ring) -> Iterator[Slot]:
    for table in metadata.tables:
        for name, seal in envelopes(table).items():
            for row in _rows(db, table):
                if row[name] is not None:
                    opened = partial(ring.opened, place=seal.place(row))
                    yield Slot(f"{table}.{name}", row[name], opened)


def _within(db, ring) -> Iterator[Slot]:
    for table, opening in WITHIN.items():
        for row in _rows(db, table):

            def opened(envelope, row=row, opening=opening):
                return opening(db, ring, {**row, "sealed": envelope})

            yield Slot(f"{table}.sealed", row["sealed"], opened)


def _by_person(db, ring, me) -> Iterator[Slot]:
    for response in db.scalars(select(Response).where(Response.person_id == me.person_id)):
        asking = Asking(db, ring, me, response)
        for column in BY_PERSON:
            table, _, name = column.partition(".")
            key = "id" if table == "response" else "response_id"
            for row in _rows(db, table):
                if row[key] == response.id and row[name] is not None:

                    def opened(envelope, row=row, name=name, column=column, asking=asking):
                        return OPENERS[column](asking, {**row, name: envelope})

                    yield Slot(column, row[name], opened)


WAYS = {
    "bit": lambda envelope, _, at: _flipped(envelope, at),
    "cut": lambda envelope, _, at: envelope[:at],
    "longer": lambda envelope, _, at: envelope + envelope[: 1 + at],
    "moved": lambda _, other, _at: other,
    "key": lambda envelope, _, _at: envelope[:2] + bytes([envelope[2] ^ 3]) + envelope[3:],
    "nonce": lambda envelope, other, _: envelope[:3] + other[3:15] + envelope[15:],
}


def spoilt(chance: Random, every: list[Slot]) -> tuple[Slot, bytes, str]:
    """One of them, with something else in it, and in a word what."""
    slot, other, how = chance.choice(every), chance.choice(every), chance.choice(list(WAYS))
    envelope = WAYS[how](slot.envelope, other.envelope, chance.randrange(len(slot.envelope)))
    if envelope == slot.envelope:  # it was moved to where it was
        return spoilt(chance, every)
    return slot, envelope, how


def _flipped(envelope: bytes, at: int) -> bytes:
    return envelope[:at] + bytes([envelope[at] ^ 1 << at % 8]) + envelope[at + 1 :]
