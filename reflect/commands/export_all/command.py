"""The command: one reading of the database, into one folder, and a line in the log."""

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reflect.commands.export_all import instruments, pictures, readme, tables
from reflect.commands.export_all.parcel import Parcel, parcel
from reflect.commands.instance import opened, told
from reflect.commands.refusal import Refused
from reflect.config import Config, read_config
from reflect.language import LANGUAGES, language, now
from reflect.records import audit, organisations
from reflect.records.audit import OPERATOR, Event
from reflect.records.engine import Database, Session
from reflect.records.estate import Estate, estate
from reflect.records.ring import KeyRing

SUMMARY = "write all that may be taken along into a folder of open formats; nobody's answers"
FORMAT = 1  # goes up when a file or a name goes away, or comes to mean something else


@dataclass(frozen=True)
class Wish:
    """How it is wanted, and when."""

    config: Config
    language: str
    at: datetime


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("folder", type=Path, help="one that is empty, or not there yet")
    parser.add_argument(
        "--organisation", metavar="NAME", help="of one organisation alone, by its name or id"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the words in pictures"
    )


def run(args: argparse.Namespace) -> int:
    """Refused without an instance, for an organisation that is not here, or a folder with files."""
    config, target = read_config(), args.folder.resolve()
    wish = Wish(config, args.language, now())
    with told():
        database = Database(config.database)
        ring = opened(config, database)
        try:
            with parcel(target) as made:
                with database.reading() as db:
                    here = estate(db, _chosen(db, args.organisation))
                    _fill(made, here, ring, wish)
                _note(database, ring, here, wish, len(made.files))
        finally:
            database.close()
    print(f"{target}: {len(made.files)} files. Read {readme.NAME} in it first.")
    return 0


def _fill(made: Parcel, here: Estate, ring: KeyRing, wish: Wish) -> None:
    t, whole = language(wish.language), here.only is None
    counts = tables.write(made, here, ring, wish.at)
    counts |= pictures.write(made, here, t)
    counts |= instruments.write(made, here)
    if whole:  # both are of the whole instance
        counts |= tables.log(made, here.db, wish.at)
        made.tell("settings.json", tables.settings(wish.config, here.db))
    day = f"{wish.at:%Y-%m-%d}"
    names = [one.name for one in here.organisations]
    made.put(readme.NAME, [readme.text(day, names, counts, whole=whole)])
    made.seal({"format": FORMAT, "made": day, "organisation": here.only, "counts": counts})


def _chosen(db: Session, wanted: str | None) -> str | None:
    """The id of the organisation that was named, by that or by its name."""
    known = {one.id: one.name for one in organisations.every(db)}
    if wanted is None or wanted in known:
        return wanted
    found = [row for row, name in known.items() if name == wanted]
    if not found:
        raise Refused(f"there is no organisation {wanted}; here are: {'; '.join(known.values())}")
    return found[0]


def _note(database: Database, ring: KeyRing, here: Estate, wish: Wish, files: int) -> None:
    """Before the folder has its name: nothing is taken along unseen."""
    event = Event("instance:exported", OPERATOR, here.only or "", str(files))
    with database.writing() as db:
        audit.note(db, ring, event, wish.at)
        db.commit()
