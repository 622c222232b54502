"""Pasted addresses: what people copy from a mail program or a sheet, read one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote

from reflect.records import addresses
from reflect.records.addresses import NotAnAddress

Reason = Literal["at_missing", "at_twice", "space", "before", "after"]

NEWLINE = re.compile(r"\r\n|\r|\n")
QUOTED = r'"[^"]*"|<[^<>]*>'  # what stands between these parts nothing
PERSONS = re.compile(rf'(?:{QUOTED}|[^;"<]|["<])+')
PARTS = re.compile(rf'(?:{QUOTED}|[^,"<]|["<])+')
BRACKET = re.compile(r"<([^<>]*)>")
BULLET = re.compile(r"^(?:[-*•·–—]|\d+[.)])\s+")  # noqa: RUF001 - as mail programs write them
DOTTED = re.compile(r"\S+\.[^\W\d_]{2,}")  # noor.example.nl: meant as an address, not as a name
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {0xA0: " "}
MAILTO = "mailto:"


@dataclass(frozen=True)
class Wrong:
    """Something that is no address: in which line (from 1), as it was typed, and why."""

    line: int
    text: str = field(repr=False)
    reason: Reason


@dataclass(frozen=True)
class Pasted:
    """What was read: each address once, in its one spelling; what is wrong; how many doubles."""

    addresses: tuple[str, ...] = field(default=(), repr=False)
    wrong: tuple[Wrong, ...] = ()
    doubles: int = 0


def pasted(text: str) -> Pasted:
    """All addresses of a text: parted by commas, semicolons, tabs, new lines, or nothing but space.

    `Noor <noor@example.nl>` and `mailto:` are read too. Nothing with an @ is passed over: it is an
    address, or it is wrong.
    """
    found, wrong = [], []
    for number, line in enumerate(NEWLINE.split(text.translate(UNSEEN)), start=1):
        for piece in _pieces(line):
            try:
                found.append(addresses.read(_bare(piece)))
            except NotAnAddress:
                wrong.append(Wrong(number, piece, _reason(_bare(piece))))
    once = tuple(dict.fromkeys(found))
    return Pasted(once, tuple(wrong), len(found) - len(once))


def _pieces(line: str) -> Iterator[str]:
    """What could be an address; names beside one are left out."""
    for person in PERSONS.findall(line):
        cells = person.split("\t")
        for cell in [cell for cell in cells if not _is_name(cell)] or cells:
            for part in _parts(cell):
                yield from _written(part)


def _parts(cell: str) -> Iterator[str]:
    """Between commas; `Jansen, Noor <noor@example.nl>` is one, for a name goes before a bracket."""
    names: list[str] = []
    for part in filter(None, map(str.strip, PARTS.findall(cell))):
        if _is_name(part):
            names.append(part)
            continue
        yield from names[:-1] if BRACKET.search(part) else names
        names = []
        yield part
    yield from names


def _written(part: str) -> list[str]:
    """The addresses of a part: between brackets, or several with only space between them."""
    inside = [one for one in BRACKET.findall(part) if "@" in one]
    outside = BRACKET.sub(" ", part)
    if inside and ("@" not in outside or [_bare(outside)] == [_bare(one) for one in inside]):
        return inside
    words = part.split()
    return words if not inside and all("@" in word for word in words) else [part]


def _bare(piece: str) -> str:
    """Without what stands around an address: bullets, quotes, brackets, mailto: and a full stop."""
    text = BULLET.sub("", piece.strip()).strip(' "<>()[]')
    if text.lower().startswith(MAILTO):
        text = unquote(text[len(MAILTO) :].partition("?")[0])
    if text[:1] == text[-1:] == "'":
        text = text[1:-1]
    return text.rstrip(". ")


def _is_name(part: str) -> bool:
    return "@" not in part and not DOTTED.fullmatch(part.strip())


def _reason(address: str) -> Reason:
    """Why it is no address, in the order in which people look."""
    if address.count("@") != 1:
        return "at_twice" if "@" in address else "at_missing"
    if address.split() != [address]:
        return "space"
    try:
        addresses.read(f"a@{address.partition('@')[2]}")
    except NotAnAddress:
        return "after"
    return "before"
