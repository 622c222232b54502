"""A release in the words of its questionnaire: what each page and file of a group is made from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from reflect.disclosure import Distribution, Figure, Release
from reflect.disclosure.figure import Reason
from reflect.language import Language
from reflect.questionnaire import Questionnaire, Words, measures
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.group.since import Since
from reflect.reports.names import brief


@dataclass(frozen=True)
class Telling:
    """A release, its questionnaire, and the language to tell it in; there is nothing else to tell.

    `since` are its stored changes from earlier moments, the nearest last; `late` what was told
    after closing of those who came later, each a set of its own and never mixed with this one.
    """

    release: Release
    questionnaire: Questionnaire
    t: Language
    since: tuple[Since, ...] = ()
    late: tuple[Release, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of all that is made of it: the last one on which something of it was told."""
        return max(one.closed for one in (self.release, *self.late))

    @property
    def latecomers(self) -> tuple[Self, ...]:
        """Each late set, told by itself."""
        return tuple(replace(self, release=one, since=(), late=()) for one in self.late)

    @property
    def is_late(self) -> bool:
        """Whether it is about people of a group who came after closing."""
        return not self.is_union and self.release.turn > 1

    @property
    def is_union(self) -> bool:
        """Whether it is about several groups together; its turns are new pictures of them all."""
        return self.release.scope != "group"

    @property
    def is_evaluation(self) -> bool:
        """Whether it is about a training, and not about the people of the group."""
        return self.questionnaire.kind == "evaluation"

    @property
    def group(self) -> str:
        """The group's name, short enough for a title; of several groups, what they share."""
        if self.is_union:
            return self.t(f"picture.scope_{self.release.scope}", organisation=self.organisation)
        return brief(self.release.group) or self.organisation or self.t("picture.several")

    @property
    def organisation(self) -> str:
        """The organisation's name, likewise."""
        return brief(self.release.organisation)

    @property
    def subject(self) -> str:
        """The title of the questionnaire."""
        return self.say(self.questionnaire.title)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """What is told, by measure."""
        return {one.measure: one for one in self.release.figures}

    @cached_property
    def reasons(self) -> Mapping[str, Reason]:
        """Why the rest is not told, by measure."""
        return {one.measure: one.reason for one in self.release.withheld}

    @cached_property
    def spread(self) -> Mapping[str, Distribution]:
        """How people are spread, by measure, where that is told."""
        return {one.measure: one for one in self.release.distributions}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All measures that are told or withheld, in the order of the questionnaire."""
        known = self.figures.keys() | self.reasons.keys() | self.spread.keys()
        return tuple(one.id for one in measures(self.questionnaire) if one.id in known)

    def of(self, kind: str) -> tuple[str, ...]:
        """The measures of one kind: domain, confidence, context, grade."""
        return tuple(one for one in self.order if one.startswith(f"{kind}:"))

    def told(self, kind: str) -> tuple[Figure, ...]:
        """What is told of one kind."""
        return tuple(self.figures[one] for one in self.of(kind) if one in self.figures)

    def say(self, words: Words) -> str:
        """The instrument's own words."""
        return self.questionnaire.say(words, self.t.code)

    def title(self, measure: str) -> str:
        """What a measure is called: the title of a domain, the text of a question."""
        kind, name = measure.split(":")
        if kind == "domain":
            return self.say(self.questionnaire.domain(name).title)
        return self.say(self.questionnaire.questions[name].text)

    def value(self, figure: Figure) -> str:
        """3,4 or "hoogstens 1,4"."""
        return self.t(f"moments.value_{figure.bound or 'mean'}", value=self.t.number(figure.value))

    def sentence(self, figure: Figure) -> str:
        """The same as a sentence, with the ends of the scale."""
        value, ends = self.t.number(figure.value), {"low": figure.low, "high": figure.high}
        about = "union" if self.is_union else "sentence"
        return self.t(f"moments.{about}_{figure.bound or 'mean'}", value=value, **ends)

    def people(self, figure: Figure) -> str:
        """How many people it is about, as a band."""
        return self.t(f"moments.people_{figure.people}")

    def scale(self, figure: Figure) -> str:
        """The ends of the scale, with their words where they have any."""
        ends = {"low": figure.low, "high": figure.high}
        words = self._ends(figure.measure)
        if words is None:
            return self.t("moments.scale", **ends)
        first, last = map(self.say, words)
        return self.t("moments.scale_words", first=first, last=last, **ends)

    def _ends(self, measure: str) -> tuple[Words, Words] | None:
        question = self.questionnaire.questions.get(measure.partition(":")[2])
        if measure.startswith("domain:") or not isinstance(question, ScaleQuestion):
            return None
        scale = self.questionnaire.scale_of(question)
        if scale.points:
            return scale.points[0].label, scale.points[-1].label
        return scale.ends

    def when(self, release: Release) -> str:
        """Which moment a release is of, and when in a training that lies; nothing of a day."""
        number, phase = release.moment, release.phase
        return f"{self.t(f'groups.moment_{number}')}, {self.t(f'groups.phase_{phase}')}"
