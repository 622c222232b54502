"""Kept: the shape of what is said of a table: whom it is about, why its columns, how long."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import Enum

from reflect.records.terms import Term

NO_PERSON = "for ever: says nothing of a person"
ID = "an opaque id, so that rows can refer to it"


class About(Enum):
    """Whom the rows of a table are about."""

    PERSON = "person"  # a professional
    STAFF = "staff"
    GROUP = "group"  # a group and its moments, and what it was told
    MAILBOX = "mailbox"  # an address; whose it is, only that person's key can tell
    ANYBODY = "anybody"  # whoever tries to get in; nobody knows who that is
    NOBODY = "nobody"


@dataclass(frozen=True)
class Kept:
    """The term of a table, whom it is about, and why each of its columns is there."""

    term: str  # its {places} are filled in from `terms`
    columns: Mapping[str, str]
    _: KW_ONLY
    about: About
    terms: Mapping[str, Term] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()  # columns that open or find something and say nothing
