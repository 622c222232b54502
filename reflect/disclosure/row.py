"""A row: what one thing told says on one measure; many rows share one set of subjects."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Self

from reflect.disclosure.column import Column

Whole = Counter[int | None]
"""How many of a set there are by kind."""

Tally = Counter[tuple[int | None, int]]
"""How many there are by kind (None: in none) and coefficient (0: the row is not about them)."""


@dataclass(frozen=True, slots=True, eq=False)
class Row(Mapping[str, int]):
    """Subject -> coefficient, for everybody whom it is about; none of these is 0.

    It is kept as a set of subjects who count `times` each, but for the rare ones in it, who
    count otherwise, or not at all (0). So what is told of all measures of a large group takes
    the room of one set.
    """

    among: AbstractSet[str]
    times: int = 1
    rare: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def over(cls, subjects: Collection[str], among: AbstractSet[str] = frozenset()) -> Self:
        """These subjects, each once; as part of `among`, where they are most of it."""
        if isinstance(subjects, Column):
            return cls(subjects.people)  # marks beside names that are there, as little as can be
        named = frozenset(subjects)
        absent = among - named
        is_part = len(among) - len(absent) == len(named)
        if is_part and len(absent) < len(named):
            return cls(among, 1, dict.fromkeys(absent, 0))
        return cls(named)

    @classmethod
    def of(cls, coefficients: Mapping[str, int]) -> Self:
        """These coefficients as they are; ValueError for a zero."""
        if not all(coefficients.values()):
            raise ValueError("a row tells something of each of its cells")
        common = max(Counter(coefficients.values()).items(), key=lambda one: one[1], default=(1, 0))
        times = common[0]
        rare = {who: each for who, each in coefficients.items() if each != times}
        return cls(frozenset(coefficients), times, rare)

    @property
    def people(self) -> AbstractSet[str]:
        """Whom it is about."""
        return self.among if all(self.rare.values()) else frozenset(self)

    @property
    def is_mixed(self) -> bool:
        """Whether some count with the other sign than most."""
        return any(times * self.times < 0 for times in self.rare.values())

    def __mul__(self, by: int) -> Self:
        """The same row so many times; not 0."""
        rare = {who: times * by for who, times in self.rare.items()}
        return type(self)(self.among, self.times * by, rare)

    def __getitem__(self, subject: str) -> int:
        """How often a subject counts; KeyError for who is not in it."""
        if subject in self.among and (times := self.rare.get(subject, self.times)):
            return times
        raise KeyError(subject)

    def __iter__(self) -> Iterator[str]:
        """Everybody whom it is about."""
        if not self.rare:
            return iter(self.among)
        return (who for who in self.among if self.rare.get(who, self.times))

    def __len__(self) -> int:
        """How many it is about."""
        return len(self.among) - sum(not times for times in self.rare.values())

    def __eq__(self, other: object) -> bool:
        """Whether it says the same, however it is kept."""
        if isinstance(other, Row) and (self.among, self.times) == (other.among, other.times):
            return {**self.rare} == {**other.rare} or Mapping.__eq__(self, other)
        return Mapping.__eq__(self, other)

    __hash__ = None  # type: ignore[assignment] # as a mapping has none

    def tally(self, kinds: Mapping[str, int], whole: Whole) -> Tally:
        """Its subjects, and those of its set whom it is not about, by kind and coefficient.

        `whole`: the set by kind, which many rows share.
        """
        found = Counter({(kind, self.times): number for kind, number in whole.items()})
        for subject, times in self.rare.items():
            kind = kinds.get(subject)
            found[kind, self.times] -= 1
            found[kind, times] += 1
        return +found
