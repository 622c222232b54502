"""The promise: who sees what, as a table and in sentences; for its page and to take along."""

from collections.abc import Iterator, Sequence

from reflect.language import Language
from reflect.records import terms
from reflect.web.terms import length

WHO = ("what", "you", "trainer", "employer", "researcher", "admin")
ROWS = (
    ("answers", "yes", "never", "never", "research_later", "never"),
    ("responded", "own_joined", "band", "never", "never", "never"),
    ("means", "own_groups", "own_groups", "handed", "nothing", "yes"),
)
PARTS = ("code", "mail", "share", "group", "evaluation", "puppets")


def columns(t: Language) -> list[str]:
    """What, and who might see it."""
    return [t(f"start.wsw_{who}") for who in WHO]


def rows(t: Language, floor: int) -> list[list[str]]:
    """A row for each thing that could be seen."""
    return [[t(f"start.wsw_{cell}", floor=floor) for cell in row] for row in ROWS]


def parts(t: Language, floor: int, *, mail: bool) -> list[tuple[str, str]]:
    """What the promise is worth: title and text; `mail`: whether this instance sends any."""
    pool = length(t, terms.POOL)
    return [
        (t(f"start.wsw_{part}_title"), t(f"start.wsw_{part}", floor=floor, pool=pool))
        for part in PARTS
        if mail or part != "mail"
    ]


def plain(t: Language, floor: int, *, mail: bool) -> str:
    """The whole page as text, a line for each cell."""
    return "\n".join(_lines(t, floor, mail=mail)) + "\n"


def _lines(t: Language, floor: int, *, mail: bool) -> Iterator[str]:
    yield from (t("start.wsw_title"), "", t("start.wsw_lead"))
    heads: Sequence[str] = columns(t)
    for what, *cells in rows(t, floor):
        yield from ("", what)
        yield from (f"- {who}: {cell}" for who, cell in zip(heads[1:], cells, strict=True))
    for title, text in parts(t, floor, mail=mail):
        yield from ("", title, text)
