"""Cells of a sheet: what a spreadsheet would take for a formula stays a text."""

import csv
from collections.abc import Iterable
from io import StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
MARK = "\ufeff"  # by which a Dutch Excel knows UTF-8

Cell = str | int


def harmless(cell: Cell) -> Cell:
    """A text that begins as a formula gets an apostrophe, which stops it; a number stays one."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def sheet(rows: Iterable[Iterable[Cell]], *, delimiter: str = ";") -> str:
    """The rows as CSV: semicolons, which a Dutch Excel reads, unless another sign is asked for."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()
