"""Cells of a sheet: what a spreadsheet would take for a formula stays a text."""

import csv
from collections.abc import Iterable
from io import StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
MARK = "\ufeff"  # by which a Dutch Excel knows UTF-8

Cell = str | int


class Numeral(str):
    """A number that is written already: a spreadsheet may read it, its sign too."""

    __slots__ = ()


def harmless(cell: Cell) -> Cell:
    """A text that begins as a formula gets an apostrophe, which stops it; a number stays one."""
    is_text = isinstance(cell, str) and not isinstance(cell, Numeral)
    return f"'{cell}" if is_text and str(cell).startswith(FORMULA) else cell


def sheet(rows: Iterable[Iterable[Cell]], *, delimiter: str = ";") -> str:
    """The rows as CSV: semicolons, which a Dutch Excel reads, unless another sign is asked for."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()
