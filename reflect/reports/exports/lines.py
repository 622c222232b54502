"""The lines of a release as CSV, whatever parts its columns and however a number is written."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from reflect.reports.cells import Cell, Numeral, sheet
from reflect.reports.exports import changes
from reflect.reports.exports.rows import MEASURE, MOMENT, Row, head, moment, numbers, rows, words
from reflect.reports.group.telling import Telling

Written = Callable[[Decimal], str]


def lines(telling: Telling, delimiter: str, written: Written) -> str:
    """A head, and a line a measure, of each late set too; `written` writes what has one decimal."""
    names = (*head(telling.t, (*MOMENT, *MEASURE)), *changes.columns(telling))
    told = (
        (*moment(one), *_cells(one, row, written))
        for one in (telling, *telling.latecomers)
        for row in rows(one)
    )
    blank = len(names)
    return sheet(
        [names, *((*line, *[""] * (blank - len(line))) for line in told)], delimiter=delimiter
    )


def _cells(telling: Telling, row: Row, written: Written) -> Iterator[Cell]:
    told: dict[str, Cell] = {**words(telling.t, row), **numbers(row)}
    if row.figure:
        told["value"] = Numeral(written(row.figure.value))
    yield from (told.get(name, "") for name in MEASURE)
    for value, whom in changes.cells(telling, row.measure):
        yield "" if value is None else Numeral(written(value))
        yield whom
