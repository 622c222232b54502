"""Groups beside each other: what each was told, in the order of their names and in no other."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from reflect.disclosure import Figure
from reflect.language import Language
from reflect.questionnaire import Questionnaire, measures
from reflect.reports.group import Telling
from reflect.reports.names import brief

FEWEST = 2  # one alone has nothing beside it


@dataclass(frozen=True)
class Beside:
    """What several groups of an organisation were told: one version, one moment, one phase.

    `whole` is what they were told together with all others of the organisation, where that is.
    """

    organisation: str
    tellings: tuple[Telling, ...]
    whole: Telling | None = None

    @property
    def t(self) -> Language:
        """The language."""
        return self.tellings[0].t

    @property
    def questionnaire(self) -> Questionnaire:
        """What they filled in."""
        return self.tellings[0].questionnaire

    @property
    def day(self) -> dt.date:
        """The day of all that is made of it: the last on which something of it was told."""
        return max(one.day for one in self.rows)

    @property
    def first(self) -> dt.date:
        """The day on which the first of the groups closed."""
        return min(one.release.closed for one in self.tellings)

    @property
    def last(self) -> dt.date:
        """The day on which the last of them closed."""
        return max(one.release.closed for one in self.tellings)

    @property
    def subject(self) -> str:
        """The title of the questionnaire."""
        return self.tellings[0].subject

    @property
    def when(self) -> str:
        """Which moment it is, and when in a training."""
        return self.tellings[0].when(self.tellings[0].release)

    @property
    def place(self) -> str:
        """The organisation's name, short enough for a title."""
        return brief(self.organisation)

    @cached_property
    def rows(self) -> tuple[Telling, ...]:
        """The groups by name, and last the whole organisation.

        Two groups of one name have the day of closing behind it.
        """
        named = Counter(one.group for one in self.tellings)
        groups = [
            _named(
                one, one.group if named[one.group] == 1 else f"{one.group} ({one.t.date(one.day)})"
            )
            for one in self.tellings
        ]
        return (*groups, self.whole) if self.whole else tuple(groups)

    @property
    def names(self) -> tuple[str, ...]:
        """What the rows are called."""
        whole = (self.t("organisation.whole"),) if self.whole else ()
        return (*(one.group for one in self.rows[: len(self.tellings)]), *whole)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every measure of which a group was told a figure, in the order of the questionnaire."""
        known = {name for one in self.tellings for name in one.figures}
        return tuple(one.id for one in measures(self.questionnaire) if one.id in known)

    def of(self, kind: str) -> tuple[str, ...]:
        """Those of one kind: domain, confidence, context, grade."""
        return tuple(one for one in self.order if one.startswith(f"{kind}:"))

    def figures(self, measure: str) -> tuple[Figure | None, ...]:
        """What is told of a measure, by row; None where nothing is."""
        return tuple(one.figures.get(measure) for one in self.rows)


def by_name(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    """By name as people look it up: "Team 2" before "Team 10", and é among the e's; then by day."""
    return tuple(sorted(tellings, key=lambda one: (_spelled(one.group), one.release.closed)))


def _named(telling: Telling, name: str) -> Telling:
    return replace(telling, release=replace(telling.release, group=name))


def _spelled(name: str) -> tuple[tuple[int, int, str], ...]:
    """Numbers by what they count, letters without case and accents."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in parted if not unicodedata.combining(letter))
    pieces = re.findall(r"[0-9]+|[^0-9]+", letters)
    return tuple(
        (0, int(one), "") if one.isascii() and one.isdecimal() else (1, 0, one) for one in pieces
    )
