"""What the report's typeface can write of what people wrote."""

import unicodedata
from functools import lru_cache

from reflect.reports.typefaces import COMMON, WRITABLE

_UNKNOWN = "?"
_KIN = {"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2007": "\u00a0", "\t": " "}
_CONTROLS = {"Cc", "Cf"}  # and marks that steer direction or joining
_PLAIN = COMMON | {"\n"}
_UNSEEN = _CONTROLS | {"Mn"}  # loose accents


def writable(text: str) -> str:
    """The text in characters that have a glyph; line ends stay.

    A character without one becomes its nearest kin (a plain letter for a rare accent), nothing
    where it is not seen by itself, and else a question mark.
    """
    if _PLAIN.issuperset(text):  # nearly always: no letter needs a look
        return text
    return "".join(map(_written, unicodedata.normalize("NFC", text)))


def is_written(text: str) -> bool:
    """Whether every letter that is seen stays itself, dashes and spaces of any width aside."""
    return all(
        letter in _KIN or unicodedata.category(letter) in _CONTROLS or _written(letter) == letter
        for letter in unicodedata.normalize("NFC", text)
    )


def in_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(writable(text).split())


@lru_cache(maxsize=2048)
def _written(letter: str) -> str:
    if letter == "\n":
        return letter
    if letter in _KIN:
        return _KIN[letter]
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    if ord(letter) in WRITABLE:
        return letter
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if ord(c) in WRITABLE)
    return plain or _UNKNOWN
