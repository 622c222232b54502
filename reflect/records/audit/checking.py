"""The check: whether a line was changed, left out, put in or moved, be it at the very end."""

from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.records.audit.actions import CHAINS
from reflect.records.audit.tables import Ends, Head, Line
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

Heads = Mapping[str, tuple[int, str]]  # chain -> number of its last line, and the hash of that
AT_ONCE = 1000  # lines


def heads(db: Session, ring: KeyRing) -> Heads:
    """Where each chain ends now, to be kept elsewhere. Raises Unreadable."""
    found = {head.chain: head.ends(ring) for head in db.scalars(select(Head))}
    return {chain: (ends.last, ends.hash) for chain, ends in sorted(found.items())}


def faults(db: Session, ring: KeyRing, known: Heads | None = None) -> list[str]:
    """What is wrong with the log, a sentence each; empty where nothing is.

    known: heads that were kept elsewhere: a log that was put back to an earlier state lacks them.
    """
    strange = select(Line.chain).where(Line.chain.not_in(CHAINS)).distinct()
    found = [f"There is a chain that is none of ours: {name}." for name in db.scalars(strange)]
    for chain in CHAINS:
        head = db.get(Head, chain, populate_existing=True)
        found += _faults(db, ring, chain, head, (known or {}).get(chain))
    return found


def _faults(
    db: Session, ring: KeyRing, chain: str, head: Head | None, known: tuple[int, str] | None
) -> Iterator[str]:
    if head is None:
        yield f"{chain}: the head of the chain is gone."
        return
    try:
        ends = head.ends(ring)
    except Unreadable:
        yield f"{chain}: the seal of the head does not open: it was changed, or is of other keys."
        return
    if (head.dropped, head.last) != (ends.dropped, ends.last):
        yield f"{chain}: the head does not say what was sealed."
    yield from _walk(db, chain, ends)
    if known and known[0] > ends.dropped and _hash(db, chain, known[0]) != known[1]:
        yield f"{chain}: line {known[0]} is not there as it was when its head was kept."


def _walk(db: Session, chain: str, ends: Ends) -> Iterator[str]:
    """From the first line that is kept to the last; a fault is told once, where it is."""
    number, previous = ends.dropped, bytes.fromhex(ends.anchor)
    lines = select(Line).where(Line.chain == chain).order_by(Line.number)
    for line in db.scalars(lines.execution_options(yield_per=AT_ONCE, populate_existing=True)):
        if line.number != number + 1:
            yield f"{chain}: after line {number} comes line {line.number}."
        elif line.digest(previous) != line.hash:
            yield f"{chain}: line {line.number} is not what was written."
        number, previous = line.number, line.hash
    if (number, previous.hex()) != (ends.last, ends.hash):
        yield f"{chain}: it ends with line {number}, and not as line {ends.last} was sealed."


def _hash(db: Session, chain: str, number: int) -> str:
    found = select(Line.hash).where(Line.chain == chain, Line.number == number)
    return (db.scalars(found).one_or_none() or b"").hex()
