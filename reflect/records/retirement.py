"""Retirement: an older key goes when nothing needs it any more; what persons are found by stays."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reflect.records import keyfiles, terms
from reflect.records.engine import Database, alone
from reflect.records.instance import RENEWING, RingKey
from reflect.records.keyfiles import FINDER
from reflect.records.ring import PERSON, KeyRing, finder
from reflect.records.usage import Usage, usage


def retire(database: Database, ring: KeyRing, folder: Path, at: datetime) -> list[str]:
    """Retire what can be; of each older key a line that says what became of it, and why.

    A backup needs the keys of its day, so a key stays as long as a backup may. Where persons have
    not signed in since, what finds them by their code is left, and opens nothing.
    """
    with database.writing() as db:
        alone(db, RENEWING)
        made, found = _made(db), usage(db)
        told, gone = [], []
        for number in sorted({*ring.keys, *ring.finders} - {ring.newest}):
            line, is_going = _verdict(number, _superseded(made, number), found, at.date())
            told.append(line)
            if is_going and found[number, PERSON]:
                _leave_finder(ring, folder, number)
            elif is_going:
                db.execute(delete(RingKey).where(RingKey.number == number))
                gone.append(number)
        db.commit()
    for number in gone:
        _remove(folder, number)
    return told


def _verdict(number: int, since: date, found: Usage, today: date) -> tuple[str, bool]:
    until = since + terms.BACKUP.length
    if today < until:
        return f"Key {number} stays until {until}: a backup may need it.", False
    rows = sum(count for (by, table), count in found.items() if by == number and table != PERSON)
    if rows:
        return f"Key {number} stays: it opens {rows} rows. Run `reflect keys rotate`.", False
    people = found[number, PERSON]
    if people:
        return f"Key {number} opens nothing any more; it finds {people} people by their code.", True
    return f"Key {number} is gone; take it out of your copy too.", True


def _made(db: Session) -> dict[int, date]:
    rows = select(RingKey.number, RingKey.made).where(RingKey.made.is_not(None))
    return {number: made for number, made in db.execute(rows) if made}


def _superseded(made: dict[int, date], number: int) -> date:
    """The day on which the next key was made."""
    return min((day for other, day in made.items() if other > number), default=date.max)


def _leave_finder(ring: KeyRing, folder: Path, number: int) -> None:
    if number in ring.keys:
        left = finder(ring.keys[number], PERSON)
        keyfiles.write(folder, keyfiles.name(number, FINDER), left)
        (folder / keyfiles.name(number)).unlink()
        keyfiles.settle(folder)


def _remove(folder: Path, number: int) -> None:
    for kind in (keyfiles.KEY, FINDER):
        (folder / keyfiles.name(number, kind)).unlink(missing_ok=True)
    keyfiles.settle(folder)
