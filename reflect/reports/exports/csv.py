"""A release as CSV for a Dutch Excel: a row for each measure, told or withheld."""

from reflect.reports.cells import MARK
from reflect.reports.document import Document
from reflect.reports.exports.lines import lines
from reflect.reports.group.naming import filed
from reflect.reports.group.telling import Telling


def write(telling: Telling) -> Document:
    """Semicolons, decimal commas in Dutch, and a mark at the start that says UTF-8."""
    text = MARK + lines(telling, ";", telling.t.number)
    return Document(filed(telling, "", "csv"), "text/csv; charset=utf-8", text.encode())
