"""Groups beside each other as CSV and JSON: what each group's own file says, one after another."""

import json as text
from collections.abc import Callable
from decimal import Decimal

from reflect.reports.cells import MARK
from reflect.reports.document import Document
from reflect.reports.exports.json import FORMAT
from reflect.reports.exports.json import write as data
from reflect.reports.exports.lines import lines
from reflect.reports.organisation.beside import Beside
from reflect.reports.organisation.naming import filed

_CSV = "text/csv; charset=utf-8"
_END = "\r\n"


def csv(beside: Beside) -> Document:
    """A row for each group and measure, as a Dutch Excel reads it."""
    body = MARK + _lines(beside, ";", beside.t.number)
    return Document(filed(beside, "", "csv"), _CSV, body.encode())


def points(beside: Beside) -> Document:
    """The same rows for other programs: commas, decimal points, UTF-8 without a mark."""
    name = filed(beside, beside.t("picture.file_points"), "csv")
    return Document(name, _CSV, _lines(beside, ",", str).encode())


def json(beside: Beside) -> Document:
    """`groups`: the data of each group, as its own file has them; last the whole organisation."""
    told = [text.loads(data(one).body) for one in beside.rows]
    body = text.dumps({"format": FORMAT, "groups": told}, ensure_ascii=False, indent=2) + "\n"
    return Document(filed(beside, "", "json"), "application/json", body.encode())


def _lines(beside: Beside, delimiter: str, written: Callable[[Decimal], str]) -> str:
    """The lines of all groups under one head."""
    parted = [lines(one, delimiter, written).partition(_END) for one in beside.rows]
    return parted[0][0] + _END + "".join(rows for *_, rows in parted)
