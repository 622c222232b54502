"""Columns: what very many gave, measure by measure, in little room."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from reflect.records.releases.gathering import Cells, Roll

ID = 22  # letters of a response's id


class Columns:
    """What was given at one moment, each subject once, and by which response.

    Of each person there are the 32 bytes of the subject, the letters of the response's id, a
    number, and a byte a measure: no object, so 100,000 people take a few MB.
    `people`: everybody of whom there was a row.
    """

    def __init__(self, given: Iterable[tuple[str, str, Mapping[str, Fraction]]]) -> None:
        """From subjects, their responses (ids) and their values, row after row; none twice.

        ValueError for an id that is none of ours: the others would be read wrongly.
        """
        roll, cells = Roll(), defaultdict[str, Cells](Cells)
        self._responses = bytearray()
        for number, (subject, response_id, values) in enumerate(given):
            roll.add(number, subject)
            self._responses += response_id.encode()
            for measure, value in values.items():
                cells[measure].add(number, value)
        self.people, order = roll.ordered()
        if len(self._responses) != ID * len(order):
            raise ValueError("a response has an id of another length")
        self._places = _inverse(order)
        self.by_measure = {name: cells.pop(name).column(self.people, order) for name in [*cells]}

    @property
    def responses(self) -> Iterator[tuple[str, int]]:
        """Of each row the response, and the place of its subject in each column; as they came."""
        for number, place in enumerate(self._places):
            yield self._responses[number * ID : (number + 1) * ID].decode(), place


def _inverse(order: "array[int]") -> "array[int]":
    places = array("I", bytes(len(order) * order.itemsize))
    for place, number in enumerate(order):
        places[number] = place
    return places
