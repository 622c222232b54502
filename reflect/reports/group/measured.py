"""What is told of each kind of measure: bars, sentences and a table; and how to read them."""

from collections.abc import Sequence
from fractions import Fraction

from reflect.disclosure import Figure
from reflect.questionnaire.report import Grade
from reflect.reports.blocks import Block, Figures, Labelled, Lead, Mark, Part, Picture
from reflect.reports.group.telling import Telling

KINDS = ("domain", "confidence", "context", "grade")
_COLUMNS = ("value", "scale", "people")


def measured(telling: Telling) -> tuple[Part, ...]:
    """A part for each kind of which something is told; how to read it stands in the first."""
    kinds = [kind for kind in KINDS if telling.told(kind)]
    return tuple(_part(telling, kind, is_first=kind == kinds[0]) for kind in kinds)


def bars(telling: Telling, kind: str) -> tuple[Picture, ...]:
    """One chart of a kind, what is withheld without a bar; none where scales differ."""
    told = telling.told(kind)
    scales = {(figure.low, figure.high) for figure in told}
    if len(scales) != 1:
        return ()
    ((low, high),) = scales
    marks = tuple(_mark(telling, one) for one in telling.of(kind))
    rows = "; ".join(f"{mark.label}: {mark.number or mark.words}" for mark in marks)
    key = "statements" if telling.is_evaluation else "domains"
    alt = telling.t("picture.chart_alt", low=low, high=high, rows=rows)
    title = telling.t(f"picture.chart_{key}")
    return (Picture("bars", marks, alt, title, low=low, high=high),)


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
    t = telling.t
    is_opinion = telling.is_evaluation and kind == "context"
    told = telling.told(kind)
    is_drawn = is_opinion or kind == "domain"
    intro = f"evaluation.intro_{kind}" if is_opinion else f"moments.intro_{kind}"
    title = f"evaluation.part_{kind}" if is_opinion else f"moments.part_{kind}"
    caption = f"evaluation.table_{kind}" if is_opinion else f"moments.table_{kind}"
    blocks: list[Block] = [Lead(t(intro))]
    blocks += bars(telling, kind) if is_drawn else ()
    if not telling.is_late:
        blocks += [reading(telling)] if is_first else []
        blocks += [_fact(telling, figure) for figure in told if kind == "domain"]
    blocks.append(_table(telling, kind, t(caption), told))
    blocks += _beside(telling) if kind == "grade" else ()
    return Part(f"{kind}s", t(title), tuple(blocks))


def _mark(telling: Telling, measure: str) -> Mark:
    figure = telling.figures.get(measure)
    if figure is None:
        return Mark(telling.title(measure), None, words=telling.t("moments.not_shown"))
    return Mark(telling.title(measure), Fraction(figure.value), telling.value(figure))


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
