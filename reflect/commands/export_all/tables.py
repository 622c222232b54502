"""The tables of an export: who and what there is, the log, and the settings without secrets."""

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime

from reflect.commands.export_all.parcel import Parcel
from reflect.commands.logbook import printed
from reflect.config import Config
from reflect.records import audit
from reflect.records.engine import Session
from reflect.records.estate import Estate, GroupRow, MomentRow, StaffRow
from reflect.records.ring import KeyRing

PRIVATE = ("instance", "database_url")  # where things are on this machine, and how to get in there


def write(made: Parcel, here: Estate, ring: KeyRing, at: datetime) -> dict[str, int]:
    """Organisations, staff, groups and moments; how many of each."""
    names = ((one.id, one.name) for one in here.organisations)
    return {
        "organisations": made.table("organisations.csv", ("id", "name"), names),
        "roles": made.table("staff.csv", StaffRow._fields, here.staff(ring, at)),
        "groups": made.table("groups.csv", GroupRow._fields, _groups(here)),
        "moments": made.table("moments.csv", MomentRow._fields, here.moments()),
    }


def log(made: Parcel, db: Session, at: datetime) -> dict[str, int]:
    """The audit log as `reflect audit export` prints it, as far as a page shows it; its ends."""
    heads: dict[str, tuple[int, str]] = {}

    def lines() -> Iterator[bytes]:
        for line in audit.every(db, today=at.date()):
            told = line.told() | {"hash": line.hash.hex()}
            heads[line.chain] = line.number, line.hash.hex()
            yield (json.dumps(told) + "\n").encode()

    number = made.lines("audit/log.jsonl", lines())
    made.put("audit/heads.txt", [f"{one}\n".encode() for one in printed(heads)])
    return {"audit lines": number}


def settings(config: Config, db: Session) -> dict[str, object]:
    """What was set, but for what must not be shown: a field that has no repr is a secret."""
    shown = {
        one.name: getattr(config, one.name)
        for one in fields(config)
        if one.repr and one.name not in PRIVATE
    }
    return shown | {"database": db.connection().dialect.name}


def _groups(here: Estate) -> Iterator[GroupRow]:
    """The names of groups that came in are a list in JSON; in a cell they stand side by side."""
    for one in here.groups():
        yield one._replace(combined="; ".join(json.loads(one.combined or "[]")))
