"""A release as a workbook: a sheet with its figures, and one that says how to read them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from reflect.language import Language
from reflect.reports.document import Document
from reflect.reports.exports import changes
from reflect.reports.exports.looks import COLUMNS, LOOKS, WIDTHS, WIDTHS_OF_CHANGE
from reflect.reports.exports.rows import LONGEST, MEASURE, Row, head, numbers, rows, words
from reflect.reports.group.measured import reading
from reflect.reports.group.naming import filed, footer
from reflect.reports.group.story import facts
from reflect.reports.group.telling import Telling
from reflect.reports.names import brief

Looks = Mapping[str, Any]  # formats by name; the library has no types

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXTS_STAY_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9  # as workbooks number papers


def write(telling: Telling) -> Document:
    """Numbers are numbers, texts are texts whatever they begin with; dated when it was closed."""
    # only who asks for a workbook waits for what writes it
    from xlsxwriter import Workbook  # noqa: PLC0415 - see above

    file = BytesIO()
    with Workbook(file, TEXTS_STAY_TEXTS) as book:
        _describe(book, telling)
        looks = {name: book.add_format({"font_size": 11, **look}) for name, look in LOOKS.items()}
        _figures(book.add_worksheet(telling.t("picture.sheet_figures")), telling, looks)
        for number, one in enumerate(telling.latecomers, start=1):
            name = one.t("picture.sheet_late", number=number)
            _figures(book.add_worksheet(name), one, looks)
        _reading(book.add_worksheet(telling.t("picture.sheet_reading")), telling, looks)
    return Document(filed(telling, "", "xlsx"), TYPE, file.getvalue())


def _describe(book: Any, telling: Telling) -> None:
    """What the file says of itself; no hour, and nobody's name."""
    t = telling.t
    made = dt.datetime.combine(telling.day, dt.time())
    titled = {"title": telling.subject, "author": t("report.product"), "created": made}
    book.set_properties(titled)


def _figures(sheet: Any, telling: Telling, looks: Looks) -> None:
    """Whose picture it is, and below that the table; on paper it is as wide as the page."""
    t = telling.t
    for column, width in enumerate((*WIDTHS, *WIDTHS_OF_CHANGE * len(telling.since))):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, brief(telling.subject, LONGEST), looks["title"])
    known = facts(telling)
    for number, fact in enumerate(known, start=1):
        sheet.write_string(number, 0, fact.label, looks["label"])
        sheet.write_string(number, 1, fact.texts[0], looks["fact"])
    top = len(known) + 2
    names = (*head(t, MEASURE), *changes.columns(telling))
    for column, name in enumerate(names):
        sheet.write_string(top, column, name, looks["head"])
    last = top
    for last, row in enumerate(rows(telling), start=top + 1):
        put(sheet, last, _cells(row, telling), looks)
    sheet.autofilter(top, 0, last, len(names) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    set_up(sheet, footer(telling), telling.t)
    sheet.set_landscape()


def put(sheet: Any, number: int, cells: Iterable[tuple[str | float, str]], looks: Looks) -> None:
    """A row of cells, each with how it looks; a text is never taken for anything else."""
    for column, (value, look) in enumerate(cells):
        if not isinstance(value, str):
            sheet.write_number(number, column, value, looks[look])
        elif value:
            sheet.write_string(number, column, value, looks[look])
        else:
            sheet.write_blank(number, column, None, looks[look])


def _cells(row: Row, telling: Telling) -> Iterator[tuple[str | float, str]]:
    """What is known of a measure, column by column, and how that looks."""
    mean = {"value": float(row.figure.value)} if row.figure else {}
    told: Mapping[str, str | float] = {**words(telling.t, row), **numbers(row), **mean}
    for name, look in COLUMNS:
        yield told.get(name, ""), look
    for value, whom in changes.cells(telling, row.measure):
        yield "" if value is None else float(value), "shift"
        yield whom, "text"


def _reading(sheet: Any, telling: Telling, looks: Looks) -> None:
    """How to read it, a sentence a row."""
    t, guide = telling.t, reading(telling)
    known = ("bound", "empty", "people", "shares", *(("change",) if telling.since else ()))
    more = (t(f"picture.sheet_{name}") for name in known)
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, guide.label, looks["title"])
    for number, text in enumerate((*guide.texts, *more), start=2):
        sheet.write_string(number, 0, text, looks["prose"])
    set_up(sheet, footer(telling), telling.t)


def set_up(sheet: Any, foot: str, t: Language) -> None:
    """For a printer: A4, as wide as a page, with what it is and the page at the foot."""
    name = foot.replace("&", "&&")  # a code for what comes next, undoubled
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{name}&R{t('picture.sheet_page', page='&P', pages='&N')}")
    sheet.hide_gridlines(2)
