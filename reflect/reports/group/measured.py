"""What is told of each kind of measure: bars, sentences and a table; and how to read them."""

from collections.abc import Sequence

from reflect.disclosure import Figure
from reflect.questionnaire.report import Grade
from reflect.reports.blocks import Block, Figures, Labelled, Lead, Part
from reflect.reports.group.bars import bars
from reflect.reports.group.opinion import OPINIONS
from reflect.reports.group.telling import Telling

KINDS = ("domain", "confidence", "context", "grade")
_COLUMNS = ("value", "scale", "people")


def measured(telling: Telling) -> tuple[Part, ...]:
    """A part for each kind of which something is told; how to read it stands in the first."""
    told = [kind for kind in kinds(telling) if telling.told(kind)]
    return tuple(_part(telling, kind, is_first=kind == told[0]) for kind in told)


def kinds(telling: Telling) -> tuple[str, ...]:
    """In which order; of a training the grade comes first."""
    return ("grade", "context", "domain", "confidence") if telling.is_evaluation else KINDS


def reading(telling: Telling) -> Labelled:
    """How to read it."""
    t = telling.t
    texts = (
        t("evaluation.read_opinion" if telling.is_evaluation else "moments.read_mirror"),
        t("moments.read_mean"),
        t("moments.read_people"),
        t(_once(telling)),
    )
    return Labelled(t("moments.read_title"), texts)


def _once(telling: Telling) -> str:
    """Whether it ever changes: the key of what is said of that."""
    if telling.is_union:
        return "moments.read_united"
    return "evaluation.read_once" if telling.is_evaluation else "moments.read_once"


def _part(telling: Telling, kind: str, *, is_first: bool) -> Part:
    """What it opens with, how to read it, and the rest."""
    is_opinion = telling.is_evaluation and kind in ("context", "grade")
    title = telling.t(f"evaluation.part_{kind}" if is_opinion else f"moments.part_{kind}")
    first, rest = OPINIONS[kind](telling) if is_opinion else _told(telling, kind)
    guide = [reading(telling)] if is_first and not telling.is_late else []
    beside = _beside(telling) if kind == "grade" else ()
    return Part(f"{kind}s", title, (*first, *guide, *rest, *beside))


def _told(telling: Telling, kind: str) -> tuple[Sequence[Block], Sequence[Block]]:
    """The bars of domains; then each in a sentence, but for those who came late; and a table."""
    t, told = telling.t, telling.told(kind)
    drawn = bars(telling, kind) if kind == "domain" else ()
    facts = () if telling.is_late or kind != "domain" else (_fact(telling, one) for one in told)
    table = _table(telling, kind, t(f"moments.table_{kind}"), told)
    return (Lead(t(f"moments.intro_{kind}")), *drawn), (*facts, table)


def _fact(telling: Telling, figure: Figure) -> Labelled:
    """A domain in a sentence, and what it is about."""
    domain = telling.questionnaire.domain(figure.measure.partition(":")[2])
    text = f"{telling.sentence(figure)} {telling.say(domain.about)}"
    return Labelled(telling.title(figure.measure), (text,))


def _table(telling: Telling, kind: str, title: str, told: Sequence[Figure]) -> Figures:
    t = telling.t
    head = (t(f"moments.column_{kind}"), *(t(f"moments.column_{column}") for column in _COLUMNS))
    rows = tuple(
        (
            telling.title(figure.measure),
            telling.value(figure),
            telling.scale(figure),
            telling.people(figure),
        )
        for figure in told
    )
    return Figures(title, head, rows)


def _beside(telling: Telling) -> tuple[Block, ...]:
    """The grades that have a figure to lay beside them."""
    return tuple(
        _compared(telling, grade, telling.figures[f"grade:{grade.question}"])
        for grade in telling.questionnaire.report.grades
        if grade.compare_with is not None and f"grade:{grade.question}" in telling.figures
    )


def _compared(telling: Telling, grade: Grade, figure: Figure) -> Labelled:
    t = telling.t
    beside = t.number(grade.compare_with or 0)
    text = f"{telling.sentence(figure)} " + t(
        "report.grade_beside", grade=beside, source=grade.source or ""
    )
    return Labelled(t("picture.beside"), (text,))
