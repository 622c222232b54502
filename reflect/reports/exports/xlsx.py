"""A release as a workbook: a sheet with its figures, and one that says how to read them."""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from reflect.language import Language
from reflect.reports.document import Document
from reflect.reports.exports.rows import LONGEST, MEASURE, SHARES, Row, head, numbers, rows, words
from reflect.reports.group.measured import reading
from reflect.reports.group.naming import filed, footer
from reflect.reports.group.story import facts
from reflect.reports.group.telling import Telling
from reflect.reports.names import brief

Looks = Mapping[str, Any]  # formats by name; the library has no types

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TEXTS_STAY_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9  # as workbooks number papers
_OTHERS = {"value": "mean"} | dict.fromkeys(
    ("low", "high", *SHARES), "whole"
)  # columns that hold numbers
_WIDTHS = (14, 58, 10, 10, 11, 12, 16, 44, 10, 10, 10)  # of the columns of MEASURE, in characters
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": "#0F5F66"},
    "fact": {"quote_prefix": True},  # what looks like a formula stays a text, edited too
    "label": {"bold": True, "font_color": "#56646A", "valign": "top"},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F5F66", "text_wrap": True},
    "text": {
        "quote_prefix": True,
        "text_wrap": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": "#B9C6C8",
    },
    "whole": {"num_format": "0", "valign": "top", "bottom": 1, "bottom_color": "#B9C6C8"},
    "mean": {
        "num_format": "0.0",
        "bold": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": "#B9C6C8",
    },
    "prose": {"text_wrap": True, "valign": "top"},
}


def write(telling: Telling) -> Document:
    """Numbers are numbers, texts are texts whatever they begin with; dated when it was closed."""
    # only who asks for a workbook waits for what writes it
    from xlsxwriter import Workbook  # noqa: PLC0415 - see above

    file = BytesIO()
    with Workbook(file, _TEXTS_STAY_TEXTS) as book:
        _describe(book, telling)
        looks = {name: book.add_format({"font_size": 11, **look}) for name, look in _LOOKS.items()}
        _figures(book.add_worksheet(telling.t("picture.sheet_figures")), telling, looks)
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
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, brief(telling.subject, LONGEST), looks["title"])
    known = facts(telling)
    for number, fact in enumerate(known, start=1):
        sheet.write_string(number, 0, fact.label, looks["label"])
        sheet.write_string(number, 1, fact.texts[0], looks["fact"])
    top = len(known) + 2
    for column, name in enumerate(head(t, MEASURE)):
        sheet.write_string(top, column, name, looks["head"])
    last = top
    for last, row in enumerate(rows(telling), start=top + 1):
        _row(sheet, last, row, telling, looks)
    sheet.autofilter(top, 0, last, len(MEASURE) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    _set_up(sheet, telling)
    sheet.set_landscape()


def _row(sheet: Any, number: int, row: Row, telling: Telling, looks: Looks) -> None:
    """A measure: its mean, or in the last column why there is none."""
    told = _told(row, telling.t)
    for column, name in enumerate(MEASURE):
        value, look = told.get(name, ""), looks[_OTHERS.get(name, "text")]
        if not isinstance(value, str):
            sheet.write_number(number, column, value, look)
        elif value:
            sheet.write_string(number, column, value, look)
        else:
            sheet.write_blank(number, column, None, look)


def _told(row: Row, t: Language) -> Mapping[str, str | float]:
    """What is known of a measure, by column."""
    value = {"value": float(row.figure.value)} if row.figure else {}
    return {**words(t, row), **numbers(row), **value}


def _reading(sheet: Any, telling: Telling, looks: Looks) -> None:
    """How to read it, a sentence a row."""
    t, guide = telling.t, reading(telling)
    more = (t(f"picture.sheet_{name}") for name in ("bound", "empty", "people", "shares"))
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, guide.label, looks["title"])
    for number, text in enumerate((*guide.texts, *more), start=2):
        sheet.write_string(number, 0, text, looks["prose"])
    _set_up(sheet, telling)


def _set_up(sheet: Any, telling: Telling) -> None:
    """For a printer: A4, as wide as a page, with the group and the page at the foot."""
    name = footer(telling).replace("&", "&&")  # a code for what comes next, undoubled
    pages = telling.t("picture.sheet_page", page="&P", pages="&N")
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{name}&R{pages}")
    sheet.hide_gridlines(2)
