"""A release as CSV for other programs than a Dutch Excel: commas, decimal points, no mark."""

from reflect.reports.document import Document
from reflect.reports.exports.lines import lines
from reflect.reports.group.naming import filed
from reflect.reports.group.telling import Telling


def write(telling: Telling) -> Document:
    """The same columns and words in UTF-8 (RFC 4180); a number is written with a point."""
    text = lines(telling, ",", str)
    name = filed(telling, telling.t("picture.file_points"), "csv")
    return Document(name, "text/csv; charset=utf-8", text.encode())
