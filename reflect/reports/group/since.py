"""A stored change of a group, beside what was told of the earlier moment: nothing is reckoned."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reflect.disclosure import Change, Figure, Release, Shift
from reflect.disclosure.figure import Reason


@dataclass(frozen=True)
class Since:
    """The change from an earlier moment, as it was stored, and the release of that moment."""

    change: Change
    earlier: Release

    @property
    def moment(self) -> int:
        """The number of the earlier moment."""
        return self.change.moments[0]

    @cached_property
    def shifts(self) -> Mapping[str, Shift]:
        """What is told of the change, by measure."""
        return {one.measure: one for one in self.change.shifts}

    @cached_property
    def reasons(self) -> Mapping[str, Reason]:
        """Why the change of the rest is not told, by measure."""
        return {one.measure: one.reason for one in self.change.withheld}

    @cached_property
    def before(self) -> Mapping[str, Figure]:
        """What was told of the earlier moment, by measure."""
        return {one.measure: one for one in self.earlier.figures}
