"""Groups beside each other as a workbook: a row for each group and measure, and how to read it."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reflect.reports.blocks import Labelled
from reflect.reports.document import Document
from reflect.reports.exports.looks import COLUMNS, LOOKS, WIDTHS
from reflect.reports.exports.rows import LONGEST, MEASURE, Row, head, numbers, rows, words
from reflect.reports.exports.xlsx import TEXTS_STAY_TEXTS, TYPE, Looks, put, set_up
from reflect.reports.names import brief
from reflect.reports.organisation.beside import Beside
from reflect.reports.organisation.naming import filed, footer
from reflect.reports.organisation.story import care, facts

_NAME = 30  # characters, of the column that names the groups


def xlsx(beside: Beside) -> Document:
    """Numbers are numbers, texts are texts whatever they begin with; dated by the last closing."""
    # only who asks for a workbook waits for what writes it
    from xlsxwriter import Workbook  # noqa: PLC0415 - see above

    t, file = beside.t, BytesIO()
    with Workbook(file, TEXTS_STAY_TEXTS) as book:
        made = dt.datetime.combine(beside.day, dt.time())
        titled = {"title": beside.subject, "author": t("report.product"), "created": made}
        book.set_properties(titled)
        looks = {name: book.add_format({"font_size": 11, **look}) for name, look in LOOKS.items()}
        _figures(book.add_worksheet(t("organisation.sheet")), beside, looks)
        _reading(book.add_worksheet(t("picture.sheet_reading")), beside, looks)
    return Document(filed(beside, "", "xlsx"), TYPE, file.getvalue())


def _figures(sheet: Any, beside: Beside, looks: Looks) -> None:
    """Of what it is, and below that the table; on paper it is as wide as the page."""
    for column, width in enumerate((_NAME, *WIDTHS)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, brief(beside.subject, LONGEST), looks["title"])
    known = facts(beside)
    for number, fact in enumerate(known, start=1):
        sheet.write_string(number, 0, fact.label, looks["label"])
        sheet.write_string(number, 1, fact.texts[0], looks["fact"])
    top = last = len(known) + 2
    for column, name in enumerate(head(beside.t, ("group", *MEASURE))):
        sheet.write_string(top, column, name, looks["head"])
    for last, (name, row) in enumerate(_rows(beside), start=top + 1):
        put(sheet, last, ((name, "text"), *_cells(beside, row)), looks)
    sheet.autofilter(top, 0, last, len(MEASURE))
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    set_up(sheet, footer(beside), beside.t)
    sheet.set_landscape()


def _rows(beside: Beside) -> Iterator[tuple[str, Row]]:
    named = zip(beside.names, beside.rows, strict=True)
    return ((name, row) for name, one in named for row in rows(one))


def _cells(beside: Beside, row: Row) -> Iterator[tuple[str | float, str]]:
    """What is known of a measure, column by column, and how that looks."""
    mean = {"value": float(row.figure.value)} if row.figure else {}
    told: dict[str, str | float] = {**words(beside.t, row), **numbers(row), **mean}
    return ((told.get(name, ""), look) for name, look in COLUMNS)


def _reading(sheet: Any, beside: Beside, looks: Looks) -> None:
    """How to read it, a sentence a row."""
    t = beside.t
    told = [line for said in care(beside) for line in _lines(said)]
    more = ("bound", "empty", "people", "shares")
    told += [(t(f"picture.sheet_{name}"), "prose") for name in more]
    sheet.set_column(0, 0, 100)
    for number, (text, look) in enumerate(told):
        sheet.write_string(number, 0, text, looks[look])
    set_up(sheet, footer(beside), t)


def _lines(said: Labelled) -> list[tuple[str, str]]:
    """A label and what stands under it, each with how it looks; and air."""
    return [(said.label, "title"), *((text, "prose") for text in said.texts), ("", "prose")]
