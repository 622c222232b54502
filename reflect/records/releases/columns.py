"""Columns: what very many gave, measure by measure, in little room."""

from collections.abc import Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from fractions import Fraction

Cells = list[Fraction | None]  # by the number of the subject; None: this one gave nothing


class Column(Mapping[str, Fraction]):
    """Subject -> value, of one measure; the subjects are those of all columns."""

    def __init__(self, numbers: Mapping[str, int], cells: Cells) -> None:
        """`numbers`: of the subjects, 0, 1, 2 ... in this order."""
        self._numbers, self._cells = numbers, cells
        self._length = sum(value is not None for value in cells)

    def __getitem__(self, subject: str) -> Fraction:
        """The value; KeyError for who gave none."""
        number = self._numbers[subject]
        value = self._cells[number] if number < len(self._cells) else None
        if value is None:
            raise KeyError(subject)
        return value

    def __iter__(self) -> Iterator[str]:
        """Who gave it."""
        pairs = zip(self._numbers, self._cells, strict=False)  # the last may have given nothing
        return (subject for subject, value in pairs if value is not None)

    def __len__(self) -> int:
        """How many gave it."""
        return self._length

    def values(self) -> ValuesView[Fraction]:
        """What they gave, without looking each of them up."""
        return _Values(self, self._cells)


class _Values(ValuesView[Fraction]):
    def __init__(self, column: Column, cells: Cells) -> None:
        super().__init__(column)
        self._cells = cells

    def __iter__(self) -> Iterator[Fraction]:
        return (value for value in self._cells if value is not None)


@dataclass(frozen=True)
class Columns:
    """What was given at one moment, each subject once, and by which response."""

    numbers: dict[str, int] = field(default_factory=dict, repr=False)
    responses: list[str] = field(default_factory=list, repr=False)
    cells: dict[str, Cells] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, given: Iterable[tuple[str, str, Mapping[str, Fraction]]]) -> "Columns":
        """From subjects, their responses and their values, row after row; none twice."""
        whole = cls()
        for subject, response_id, values in given:
            whole._add(subject, response_id, values)
        return whole

    @property
    def by_measure(self) -> dict[str, Column]:
        """Measure id -> subject -> value."""
        return {name: Column(self.numbers, cells) for name, cells in self.cells.items()}

    def _add(self, subject: str, response_id: str, values: Mapping[str, Fraction]) -> None:
        number = len(self.responses)
        self.numbers[subject] = number
        self.responses.append(response_id)
        for measure, value in values.items():
            cells = self.cells.get(measure)
            if cells is None:
                cells = self.cells[measure] = []
            if len(cells) < number:
                cells.extend([None] * (number - len(cells)))
            cells.append(value)
