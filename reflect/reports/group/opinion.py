"""What a group thought of a training: the grade beside its scale first, then each statement."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from reflect.disclosure import Figure
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.blocks import Band, Block, Figures, Labelled, Lead, Mark, Picture
from reflect.reports.group.bars import bars
from reflect.reports.group.extremes import extremes
from reflect.reports.group.telling import Telling

Told = tuple[Sequence[Block], Sequence[Block]]
"""What a part opens with, and the rest of it; how to read it may come between them."""
_NEAR = Fraction(1, 4)  # of a step: from here on a mean lies between two answers


def grades(telling: Telling) -> Told:
    """Each grade as a large figure with a dot on its scale; a bound has no dot, but a sentence."""
    return tuple(_grade(telling, one) for one in telling.told("grade")), ()


def statements(telling: Telling) -> Told:
    """Bars; then which stand out, and each with its mean in the words of the answers."""
    t, told = telling.t, telling.told("context")
    names = ("moments.column_context", "moments.column_value", "evaluation.column_words")
    head = (*map(t, names), t("moments.column_people"))
    rows = tuple(
        (*_named(telling, one), in_words(telling, one), telling.people(one)) for one in told
    )
    table = Figures(t("evaluation.table_context"), head, rows)
    first = Lead(t("evaluation.intro_context")), *bars(telling, "context")
    return first, (*_outstanding(telling), table)


OPINIONS: Mapping[str, Callable[[Telling], Told]] = {"grade": grades, "context": statements}


def gauge(figure: Figure) -> Picture | None:
    """A dot on the scale; none for a bound, of which nobody knows where the mean lies."""
    if figure.bound is not None:
        return None
    mark = Mark("", Fraction(figure.value))
    return Picture("gauge", (mark,), alt="", low=figure.low, high=figure.high)


def in_words(telling: Telling, figure: Figure) -> str:
    """Near which answer the mean lies, or between which two; without words its scale."""
    t, labels = telling.t, _labels(telling, figure.measure)
    if not labels:
        return telling.scale(figure)
    if figure.bound is not None:
        end = figure.low if figure.bound == "at_most" else figure.high
        return t("evaluation.close_to", answer=labels[end])
    below = max(value for value in labels if value <= figure.value)
    above = min(value for value in labels if value >= figure.value)
    nearest = min((below, above), key=lambda value: abs(value - figure.value))
    if abs(nearest - Fraction(figure.value)) <= _NEAR * max(above - below, 1):
        return t("evaluation.near", answer=labels[nearest])
    return t("evaluation.between", first=labels[below], second=labels[above])


def _labels(telling: Telling, measure: str) -> dict[int, str]:
    """The words of each point of a scale; none where only its ends have words."""
    question = telling.questionnaire.questions[measure.partition(":")[2]]
    if not isinstance(question, ScaleQuestion):
        return {}
    points = telling.questionnaire.scale_of(question).points or ()
    return {point.value: telling.say(point.label) for point in points}


def _grade(telling: Telling, figure: Figure) -> Block:
    people = telling.t("evaluation.people", people=telling.people(figure))
    title, picture = telling.title(figure.measure), gauge(figure)
    if picture is None:
        return Labelled(title, (f"{telling.sentence(figure)} {people}",))
    scale = telling.t("evaluation.on_scale", scale=telling.scale(figure))
    return Band(telling.value(figure), scale, title, people, picture)


def _outstanding(telling: Telling) -> Iterator[Block]:
    """The statements with the highest and the lowest mean; none where nothing tells them apart."""
    found = extremes(telling)
    for way, which in (("highest", found.highest), ("lowest", found.lowest)):
        told = [telling.figures[one] for one in which if one.startswith("context:")]
        if told:
            texts = tuple(_sentence(telling, one) for one in told)
            yield Labelled(telling.t(f"picture.where_{way}"), texts)


def _sentence(telling: Telling, figure: Figure) -> str:
    title, value = _named(telling, figure)
    words = in_words(telling, figure)
    return telling.t("evaluation.stands", which=title, value=value, words=words)


def _named(telling: Telling, figure: Figure) -> tuple[str, str]:
    return telling.title(figure.measure), telling.value(figure)
