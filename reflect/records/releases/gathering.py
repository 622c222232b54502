"""What is gathered person by person, before it is laid in columns: names, and values as codes."""

from array import array
from fractions import Fraction

from reflect.disclosure import Column, Crowd, Names
from reflect.disclosure.crowd import WIDTH

FEW = 255  # values that a byte tells apart
BUCKETS = 256  # by the first byte of a name
NUMBER = array("I").itemsize


class Roll:
    """Names in the order in which they come; few are sorted at once, to take little room."""

    def __init__(self) -> None:
        """Nobody came yet."""
        self._buckets = [bytearray() for _ in range(BUCKETS)]

    def add(self, number: int, subject: str) -> None:
        """Who came as this number, from 0."""
        name = bytes.fromhex(subject)
        self._buckets[name[0]] += name + number.to_bytes(NUMBER)

    def ordered(self) -> "tuple[Crowd, array[int]]":
        """The names in order, and by place the number of each; nothing is left here."""
        packed, order = bytearray(), array("I")
        for first in range(BUCKETS):
            some, self._buckets[first] = self._buckets[first], bytearray()
            step = WIDTH + NUMBER
            rows = sorted(some[at : at + step] for at in range(0, len(some), step))
            packed += b"".join(row[:WIDTH] for row in rows)
            order.extend(int.from_bytes(row[WIDTH:]) for row in rows)
        return Crowd(Names(packed)), order


class Cells:
    """What was given on one measure, person after person, as codes: 0 for nothing."""

    __slots__ = ("_codes", "_known", "_palette")

    def __init__(self) -> None:
        """Nobody gave anything."""
        self._codes = array("B")
        self._palette: list[Fraction] = []
        self._known: dict[int, int] = {}  # by object, for to hash a fraction takes longer

    def add(self, number: int, value: Fraction) -> None:
        """What the one with this number gave; in the order of the numbers."""
        code = self._known.get(id(value)) or self._new(value)
        if len(self._codes) < number:
            self._fill(number)
        self._codes.append(code)

    def column(self, everybody: Crowd, order: "array[int]") -> Column:
        """All of it by place; `order`: by place the number."""
        self._fill(len(order))
        codes = array(self._codes.typecode, map(self._codes.__getitem__, order))
        return Column(everybody, codes, self._palette)

    def _fill(self, number: int) -> None:
        self._codes.frombytes(bytes((number - len(self._codes)) * self._codes.itemsize))

    def _new(self, value: Fraction) -> int:
        self._palette.append(value)  # kept alive, so that no two have one number
        code = self._known[id(value)] = len(self._palette)
        if code == FEW + 1:
            self._codes = array("I", self._codes)
        return code
