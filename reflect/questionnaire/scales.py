"""Scales: the possible answers, declared; never the ones observed."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from reflect.questionnaire.questions.base import Definition, Words

WIDEST = 100  # from the one end to the other: as many as can be drawn


class Point(Definition):
    """One point of a scale: its number and its words."""

    value: Annotated[int, Field(ge=-1000, le=1000)]
    label: Words


class Scale(Definition):
    """A scale: named points, or whole numbers from and to with words at both ends."""

    points: Annotated[tuple[Point, ...], Field(min_length=1, max_length=101)] | None = None
    from_: Annotated[int, Field(ge=-1000, le=1000)] | None = Field(default=None, alias="from")
    to: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    ends: tuple[Words, Words] | None = None
    not_applicable: Words | None = None

    @cached_property
    def values(self) -> tuple[int, ...]:
        """The possible points, in order: the range is declared, never observed."""
        if self.points:
            return tuple(point.value for point in self.points)
        return tuple(range(self.from_ or 0, (self.to or 0) + 1))

    def label(self, value: int) -> Words | None:
        """The words of a point, where it has any."""
        return next((point.label for point in self.points or () if point.value == value), None)

    @cached_property
    def minimum(self) -> int:
        """The lowest possible point."""
        return min(self.values)

    @cached_property
    def maximum(self) -> int:
        """The highest possible point."""
        return max(self.values)

    @property
    def fault(self) -> str | None:
        """What is wrong with it, in words; None for a scale that can be answered on."""
        if self.points:
            if (self.from_, self.to, self.ends) != (None, None, None):
                return "a scale has points, or from, to and ends, not both"
            rises = self.values == tuple(sorted(set(self.values)))
            return None if rises else "the points must rise, each value once"
        if self.from_ is None or self.to is None:
            return "a scale needs points, or both from and to"
        if not 0 < self.to - self.from_ <= WIDEST:
            return f"to must lie above from, and {WIDEST} above it at the most"
        return None
