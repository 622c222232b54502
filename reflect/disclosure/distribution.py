"""Distributions: which tenths of a group chose low, in the middle, high; never how many people.

Only of questions in no domain: about the surroundings, a grade, a small choice. Three thirds of
the scale are told, each chosen by nobody or by three people or more, of ten people or more. The
three counts are three sums over the same people, so the ledger is asked about each of them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, Self

from reflect.disclosure.figure import Measure, check_measure
from reflect.disclosure.headcount import FEWEST, People, headcount
from reflect.disclosure.ledger import Entry, Ledger
from reflect.disclosure.row import Row
from reflect.disclosure.tally import tally

FEWEST_PEOPLE = 10
FEWEST_CHOSE = 3
TENTHS = 10
Shares = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Distribution:
    """How people are spread over the thirds of a scale, or over the options of a choice.

    `shares` are tens of percent and add up to 100: low, middle, high. Of a choice with two
    options the middle is always 0.
    """

    measure: str
    shares: Shares
    people: People

    def __post_init__(self) -> None:
        """Raise ValueError for whatever would tell more than tens of percent of ten people."""
        check_measure(self.measure)
        tens = all(share in range(0, 101, TENTHS) for share in self.shares)
        if not tens or len(self.shares) != 3 or sum(self.shares) != 100:  # noqa: PLR2004 - low, middle, high; the whole
            raise ValueError(f"{self.measure} is told in tens of percent, not as {self.shares}")
        if FEWEST.get(self.people, 0) < FEWEST_PEOPLE:
            raise ValueError(f"{self.measure} is about too few people, or more than a band")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {**asdict(self), "shares": list(self.shares)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above."""
        return cls(**{**data, "shares": tuple(data["shares"])})


def third(value: Fraction) -> int:
    """Which third of the scale (0 to 1) a value lies in: 0, 1 or 2; the edges are the middle's."""
    three, whole = 3 * value.numerator, value.denominator
    return (three >= whole) + (three > 2 * whole)


def distribution(measure: Measure, values: Mapping[str, Fraction]) -> Distribution | None:
    """What may be said of these values (subject -> 0 to 1) as far as they themselves allow.

    None as well when all chose alike: it would tell what everybody answered.
    """
    counts: Counter[int] = Counter()
    for value, times in tally(values.values()):
        counts[third(value)] += times
    if len(values) < FEWEST_PEOPLE or len(counts) == 1 or min(counts.values()) < FEWEST_CHOSE:
        return None
    exact = [Fraction(counts[each] * TENTHS, len(values)) for each in range(3)]
    return Distribution(measure.id, _tens(exact), headcount(len(values)))


def entries(rows: Mapping[str, Row], ledger: Ledger) -> tuple[Entry, ...]:
    """The three sums over those who gave a measure (a ledger key), where it accepts them."""
    three = tuple(Entry({f"{key}={each}": row for key, row in rows.items()}) for each in range(3))
    return three if all(map(ledger.accepts, three)) else ()


def _tens(exact: list[Fraction]) -> Shares:
    """Whole tens that add up to 100: the largest remainders are rounded up; nobody stays 0."""
    tens = [int(share) for share in exact]
    order = sorted(range(3), key=lambda each: tens[each] - exact[each])
    for each in order[: TENTHS - sum(tens)]:
        tens[each] += 1
    low, middle, high = (ten * 10 for ten in tens)
    return low, middle, high
