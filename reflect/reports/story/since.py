"""What changed since an earlier moment, as rows of a table, and what each row rests on."""

from collections.abc import Sequence
from fractions import Fraction

from reflect.questionnaire import Change, mean
from reflect.reports.blocks import Block, Details, Figures, Note
from reflect.reports.outcome import Outcome

_NOTHING = "\u2013"  # a dash in a cell
_SIGNS = {True: "+", False: "\u2212"}


def title(outcome: Outcome, change: Change) -> str:
    """The title of its domain, be it one that only earlier versions have."""
    every = (outcome.questionnaire, *(past.questionnaire for past in outcome.past))
    found = next(one for one in every if change.domain in one.scored)
    return outcome.say(found.domain(change.domain).title)


def called(outcome: Outcome, change: Change) -> str:
    """What a change that was reckoned is called."""
    rule = "thumb" if change.margin is None else "chance"
    return outcome.t(f"change.words_{rule}_{change.verdict}")


def rows(outcome: Outcome, found: Sequence[Change]) -> tuple[tuple[str, ...], ...]:
    """A row for each domain: then, now, and in words."""
    return tuple(_row(outcome, each) for each in found)


def _row(outcome: Outcome, change: Change) -> tuple[str, ...]:
    t, name = outcome.t, title(outcome, change)
    if change.before is None or change.after is None:
        return name, _NOTHING, _NOTHING, t("change.not_compared")
    words = called(outcome, change)
    if change.margin is None:
        words = t("change.by_thumb", words=words)
    return name, t.number(mean(change.before)), t.number(mean(change.after)), words


def basis(outcome: Outcome, found: Sequence[Change]) -> tuple[Block, ...]:
    """What was reckoned since the first moment, folded away."""
    t = outcome.t
    told = tuple(_reckoned(outcome, each) for each in found if not each.reason)
    if not told:
        return ()
    columns = ("domain", "statements", "difference", "rule")
    head = tuple(t(f"change.column_{column}") for column in columns)
    sources = dict.fromkeys(each.margin.source for each in found if each.margin)
    notes = [t("change.rules"), *(t("change.source", source=source) for source in sources)]
    return (Details(t("change.why"), (Figures("", head, told), *map(Note, notes))),)


def _reckoned(outcome: Outcome, change: Change) -> tuple[str, ...]:
    t = outcome.t
    based = t("report.of", part=len(change.questions), whole=change.asked)
    return title(outcome, change), based, _difference(outcome, change), _rule(outcome, change)


def _difference(outcome: Outcome, change: Change) -> str:
    """The difference from 1 to 5, with its sign."""
    points = 4 * (change.delta or Fraction(0))
    figure = outcome.t.number(abs(points), 2)
    return f"{_SIGNS[points > 0]}{figure}" if points else figure


def _rule(outcome: Outcome, change: Change) -> str:
    t = outcome.t
    if change.margin is None or change.rci is None:
        return t("change.rule_thumb")
    least = t.number(4 * change.margin.least, 2)
    return t("change.rule_chance", rci=t.number(abs(change.rci), 2), least=least)
