"""The lines of a release as CSV, whatever parts its columns and however a number is written."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from reflect.language import Language
from reflect.reports.cells import Cell, sheet
from reflect.reports.exports.rows import MEASURE, MOMENT, Row, head, moment, numbers, rows, words
from reflect.reports.group.telling import Telling


def lines(telling: Telling, delimiter: str, written: Callable[[Decimal], str]) -> str:
    """A head, and a line a measure; `written` writes a mean, which has one decimal."""
    t, same = telling.t, moment(telling)
    told = ((*same, *_cells(row, t, written)) for row in rows(telling))
    return sheet([head(t, (*MOMENT, *MEASURE)), *told], delimiter=delimiter)


def _cells(row: Row, t: Language, written: Callable[[Decimal], str]) -> Iterator[Cell]:
    told: dict[str, Cell] = {**words(t, row), **numbers(row)}
    if row.figure:
        told["value"] = written(row.figure.value)
    return (told.get(name, "") for name in MEASURE)
