"""One person's outcome, with all it takes to say it: what each part of the report is made from."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from reflect.language import Language
from reflect.questionnaire import (
    AnyQuestion,
    Moment,
    Profile,
    Questionnaire,
    Score,
    Words,
    asked,
    path,
)
from reflect.questionnaire.domains import Band
from reflect.questionnaire.scales import Scale


@dataclass(frozen=True)
class Past:
    """An earlier reflection of the same person with the same instrument, maybe another version."""

    questionnaire: Questionnaire
    profile: Profile
    day: dt.date

    @property
    def moment(self) -> Moment:
        """It as change is reckoned from."""
        return Moment(self.questionnaire, self.profile)


@dataclass(frozen=True)
class Goal:
    """What somebody means to do: in which domain (or none), what, when, with whom, reviewed when.

    domain: its title; `came_of_it`: what the person wrote about it later, "" until then; `day`:
    of the reflection that it was set with.
    """

    what: str
    domain: str = ""
    when: str = ""
    with_whom: str = ""
    review: dt.date | None = None
    came_of_it: str = ""
    day: dt.date | None = None


@dataclass(frozen=True)
class Outcome:
    """A profile, its questionnaire, and the language, day and name of the report.

    `past` are the earlier reflections, oldest first; `goals` those set with this one, and
    `looked_back` those set with earlier ones.
    """

    questionnaire: Questionnaire
    profile: Profile
    t: Language
    day: dt.date
    name: str = ""
    past: tuple[Past, ...] = ()
    goals: tuple[Goal, ...] = ()
    looked_back: tuple[Goal, ...] = ()

    @property
    def moment(self) -> Moment:
        """It as change is reckoned to."""
        return Moment(self.questionnaire, self.profile)

    def say(self, words: Words) -> str:
        """The instrument's own words."""
        return self.questionnaire.say(words, self.t.code, self.profile.answers)

    @cached_property
    def questions(self) -> dict[str, AnyQuestion]:
        """What was asked of this person, by id, in order."""
        steps = path(self.questionnaire, self.profile.phase, self.profile.answers)
        return dict(asked(steps))

    @cached_property
    def in_cases(self) -> frozenset[str]:
        """The questions of the sections that hold a vignette."""
        held = {
            question
            for vignette in self.questionnaire.report.vignettes
            for question in (*vignette.first, *vignette.second)
        }
        return frozenset(
            question.id
            for section in self.questionnaire.sections
            if held & {question.id for question in section.questions}
            for question in section.questions
        )

    def band(self, score: Score) -> Band | None:
        """The band that was found when the profile was made; None without a score."""
        bands = self.questionnaire.domain(score.domain).bands
        return next((band for band in bands if band.id == score.band), None)

    def prompt(self, score: Score) -> str:
        """What a score may mean and what is asked then, as the one leans on the other."""
        band = self.band(score)
        return f"{self.say(band.text)} {self.say(band.prompt)}" if band else ""

    def answer(self, question: str) -> str:
        """What was answered, as a person reads it; "" for no answer."""
        if question not in self.profile.answers:
            return ""
        given = self.profile.answers[question]
        return self.questionnaire.questions[question].words(self.questionnaire, given, self.t.code)

    def scale(self, question: str) -> Scale:
        """The scale of a question. KeyError when it has none."""
        return self.questionnaire.scales[
            getattr(self.questionnaire.questions[question], "scale", "")
        ]

    def figure(self, question: str) -> Fraction | None:
        """A question's answer on its scale, None for anything but a figure."""
        given = self.profile.answers.get(question)
        return Fraction(given) if isinstance(given, int) else None
