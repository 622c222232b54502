"""How a group is spread over low, middle and high: in tens of percent, as it was released."""

from collections.abc import Iterator
from fractions import Fraction

from reflect.disclosure import Distribution
from reflect.disclosure.distribution import third
from reflect.questionnaire.questions.choice import ChoiceQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.blocks import Labelled, Lead, Note, Part
from reflect.reports.group.telling import Telling


def spread(telling: Telling) -> tuple[Part, ...]:
    """One part, where any distribution is told."""
    if not telling.spread:
        return ()
    t = telling.t
    told = [telling.spread[one] for one in telling.order if one in telling.spread]
    facts = (Labelled(telling.title(one.measure), tuple(shares(telling, one))) for one in told)
    blocks = (Lead(t("picture.spread_lead")), *facts, Note(t("picture.spread_note")))
    return (Part("spread", t("picture.spread"), blocks),)


def shares(telling: Telling, told: Distribution) -> Iterator[str]:
    """Each third that can be chosen, and its share in words."""
    for number, share in enumerate(told.shares):
        if answers := _answers(telling, told.measure, number):
            yield telling.t("picture.share", answers=answers, share=share)


def _answers(telling: Telling, measure: str, number: int) -> str:
    """The answers of a third: the option of a choice, or the figures of a scale."""
    question = telling.questionnaire.questions[measure.partition(":")[2]]
    if isinstance(question, ChoiceQuestion):
        last = len(question.options) - 1
        places = enumerate(question.options)
        found = [one for place, one in places if third(Fraction(place, last)) == number]
        return ", ".join(telling.say(one.label) for one in found)
    return _figures(telling, question, number) if isinstance(question, ScaleQuestion) else ""


def _figures(telling: Telling, question: ScaleQuestion, number: int) -> str:
    """1 tot en met 3; one figure alone where a third holds no more."""
    scale = telling.questionnaire.scale_of(question)
    length = scale.maximum - scale.minimum
    found = [v for v in scale.values if third(Fraction(v - scale.minimum, length)) == number]
    if len(found) < 2:  # noqa: PLR2004 - from one to another
        return "".join(map(str, found))
    return telling.t("picture.share_from", first=found[0], last=found[-1])
