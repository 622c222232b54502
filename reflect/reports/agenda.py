"""Days for somebody's own calendar, as a file: RFC 5545, and nothing in it that is private."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reflect.reports.document import Document

_LONGEST = 75  # octets of a line: section 3.1


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day to remember. uid: opaque, and the same for the same thing, so that it moves."""

    uid: str
    day: dt.date
    summary: str


def agenda(days: Sequence[Day], *, name: str, more: str, url: str, at: dt.datetime) -> Document:
    """The days as a file of that name; `more` and `url` stand with each. at: aware.

    They are private and leave the day free: who shares a calendar, shares nothing of this.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reflect//Reflect//EN"]
    for day in days:
        lines += _event(day, more, url, at)
    body = "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])
    return Document(f"{name}.ics", "text/calendar", body.encode())


def _event(day: Day, more: str, url: str, at: dt.datetime) -> Iterable[str]:
    return (
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_plain(day.day)}",
        f"SUMMARY:{_escaped(day.summary)}",
        f"DESCRIPTION:{_escaped(more)}",
        f"URL:{url}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _plain(day: dt.date) -> str:
    return day.isoformat().replace("-", "")  # strftime does not pad an early year


def _escaped(text: str) -> str:
    """Section 3.3.11: what would end a value, or begin the next, is written out."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Section 3.1: longer lines go on after a space, and no character is cut in two."""
    folded, room = "", _LONGEST
    for character in line:
        size = len(character.encode())
        if size > room:
            folded, room = f"{folded}\r\n ", _LONGEST - 1
        folded, room = folded + character, room - size
    return folded
