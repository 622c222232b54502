"""What a page of answers has seen: the revision it was made at, and which page it is."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reflect.questionnaire import Answer
from reflect.records.responses import Sheet

LONGEST = 32  # characters of a page's name
DIGITS = 9  # of a revision


@dataclass(frozen=True, slots=True)
class Seen:
    """A page knows the answers as they were at a revision, and those it sent itself since.

    By its own name it recognises what it sent although the reply never came: a phone in a tunnel
    must not be told that somebody else changed the answer.
    """

    revision: int
    page: str = field(default_factory=lambda: secrets.token_urlsafe(9))

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Self:
        """What a form that was sent says of itself; nonsense has seen nothing."""
        told = form.get("seen", "")
        plain = told.isascii() and told.isdigit() and len(told) <= DIGITS
        return cls(int(told) if plain else 0, form.get("page", "")[:LONGEST])

    def answers(self, sheet: Sheet) -> Mapping[str, Answer]:
        """The answers as that page knows them."""
        return sheet.seen_by(self.page, self.revision)
