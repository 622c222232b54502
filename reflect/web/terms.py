"""What is kept, why and how long, in words: a row for each table of the records."""

from collections.abc import Mapping

from reflect.language import Language
from reflect.records.mailing import MAIL
from reflect.records.retention import RETENTION, About
from reflect.records.terms import Term

PARTS = {
    "person": (About.PERSON, About.MAILBOX, About.ANYBODY),
    "group": (About.GROUP,),
    "staff": (About.STAFF,),
}
MAILED = {*MAIL, "recovery"}  # there are none of these where no mail is sent
ASKS = ("what", "why", "term")


def kept(t: Language, *, mail: bool) -> dict[str, list[list[str]]]:
    """Whom it is about -> what, why and how long; `mail`: whether this instance sends any."""
    return {
        part: [
            _row(t, name)
            for name, row in RETENTION.items()
            if row.about in about and (mail or name not in MAILED)
        ]
        for part, about in PARTS.items()
    }


def _row(t: Language, table: str) -> list[str]:
    lengths = said(t, RETENTION[table].terms)
    return [t(f"privacy.{ask}_{table}", **lengths) for ask in ASKS]


def said(t: Language, terms: Mapping[str, Term]) -> dict[str, str]:
    """Terms as people say them: 24 months."""
    return {name: length(t, term) for name, term in terms.items()}


def length(t: Language, term: Term) -> str:
    """One term."""
    return t.plural(f"privacy.{term.unit}", term.count)
