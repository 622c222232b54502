"""A release in words: all that a group's page says, from a Release and its questionnaire alone."""

from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from reflect import reports
from reflect.disclosure import Figure, Release
from reflect.disclosure.figure import Reason
from reflect.language import Language
from reflect.questionnaire import Questionnaire, Words, measures
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports import Picture
from reflect.reports.blocks import Mark

NARROW = 200.0  # units: half of a desk or a whole phone, with words that can be read
KINDS = ("domain", "confidence", "context", "grade")


@dataclass(frozen=True, slots=True)
class Told:
    """One measure: the same figure for a table and in a sentence."""

    title: str
    about: str
    value: str
    scale: str
    people: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one kind of measures; domains have a chart."""

    kind: str
    told: tuple[Told, ...]
    chart: Markup | None


def parts(release: Release, questionnaire: Questionnaire, t: Language) -> tuple[Part, ...]:
    """The kinds of measures of which something is told, the domains first."""
    speaker = Speaker(release, questionnaire, t)
    return tuple(part for part in map(speaker.part, KINDS) if part.told)


def withheld(
    release: Release, questionnaire: Questionnaire, t: Language
) -> tuple[tuple[Reason, tuple[str, ...]], ...]:
    """The titles of what is not told, by reason."""
    speaker = Speaker(release, questionnaire, t)
    hidden: dict[Reason, tuple[str, ...]] = {}
    for one in speaker.order:
        if reason := speaker.reasons.get(one):
            hidden[reason] = (*hidden.get(reason, ()), speaker.title(one))
    return tuple(hidden.items())


class Speaker:
    """Puts a release into the words of its questionnaire, in one language."""

    def __init__(self, release: Release, questionnaire: Questionnaire, t: Language) -> None:
        """Lay figures and reasons out by measure, in the order of the questionnaire."""
        self.questionnaire, self.t = questionnaire, t
        self.figures = {one.measure: one for one in release.figures}
        self.reasons = {one.measure: one.reason for one in release.withheld}
        spoken = self.figures.keys() | self.reasons.keys()
        self.order = [one.id for one in measures(questionnaire) if one.id in spoken]

    def part(self, kind: str) -> Part:
        """All of one kind; in the chart a domain that is withheld has its row too."""
        known = [one for one in self.order if one.startswith(f"{kind}:")]
        figures = [self.figures[one] for one in known if one in self.figures]
        chart = self.chart(known) if kind == "domain" and figures else None
        return Part(kind, tuple(self.told(figure) for figure in figures), chart)

    def told(self, figure: Figure) -> Told:
        """A figure in words."""
        bound = figure.bound or "mean"
        value = self.t.number(figure.value)
        return Told(
            title=self.title(figure.measure),
            about=self.about(figure.measure),
            value=self.value(figure),
            scale=self.scale(figure),
            people=self.t(f"moments.people_{figure.people}"),
            sentence=self.t(
                f"moments.sentence_{bound}", value=value, low=figure.low, high=figure.high
            ),
        )

    def chart(self, known: list[str]) -> Markup:
        """The bars of the measures, those that are withheld without one; the scale is theirs."""
        marks = [self._mark(one) for one in known]
        shown = next(self.figures[one] for one in known if one in self.figures)
        picture = Picture(
            chart="bars",
            marks=tuple(marks),
            alt=self.t("moments.chart_alt"),
            title=self.t("moments.chart_title"),
            low=shown.low,
            high=shown.high,
        )
        return Markup(reports.svg(picture, "domains", NARROW))  # noqa: S704 - our own drawing, its texts escaped

    def _mark(self, measure: str) -> Mark:
        figure = self.figures.get(measure)
        if figure is None:
            return Mark(self.title(measure), None, words=self.t("moments.not_shown"))
        return Mark(self.title(measure), Fraction(figure.value), words=self.value(figure))

    def value(self, figure: Figure) -> str:
        """3,4 or "hoogstens 1,4"."""
        bound = figure.bound or "mean"
        return self.t(f"moments.value_{bound}", value=self.t.number(figure.value))

    def title(self, measure: str) -> str:
        """What the measure is called."""
        kind, name = measure.split(":")
        if kind == "domain":
            return self._say(self.questionnaire.domain(name).title)
        return self._say(self.questionnaire.questions[name].text)

    def about(self, measure: str) -> str:
        """What a domain is about; a question says so itself."""
        kind, name = measure.split(":")
        return self._say(self.questionnaire.domain(name).about) if kind == "domain" else ""

    def scale(self, figure: Figure) -> str:
        """The ends of the scale, with their words where they have any."""
        ends = self._ends(figure.measure)
        if ends is None:
            return self.t("moments.scale", low=figure.low, high=figure.high)
        first, last = (self._say(end) for end in ends)
        return self.t(
            "moments.scale_words", low=figure.low, high=figure.high, first=first, last=last
        )

    def _ends(self, measure: str) -> tuple[Words, Words] | None:
        question = self.questionnaire.questions.get(measure.partition(":")[2])
        if not isinstance(question, ScaleQuestion):
            return None
        scale = self.questionnaire.scale_of(question)
        if scale.points:
            return scale.points[0].label, scale.points[-1].label
        return scale.ends

    def _say(self, words: Words) -> str:
        return self.questionnaire.say(words, self.t.code)
