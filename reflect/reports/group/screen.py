"""A screen of the picture of a group: what a projector shows at a time."""

from dataclasses import dataclass

from reflect.reports.blocks import Picture


@dataclass(frozen=True, slots=True)
class Row:
    """Something and its figure, in words."""

    title: str
    value: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing: a title, and a large figure, a picture, rows or questions; never all of them."""

    title: str
    above: str = ""
    number: str = ""
    text: str = ""
    picture: Picture | None = None
    rows: tuple[Row, ...] = ()
    questions: tuple[str, ...] = ()
    note: str = ""
