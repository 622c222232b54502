"""Change: two moments of one person laid beside each other, by domain, in exact fractions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.margin import Margin
from reflect.questionnaire.path import asked, path
from reflect.questionnaire.questions.base import Answer
from reflect.questionnaire.scoring import Profile, over
from reflect.questionnaire.then import then_id
from reflect.questionnaire.versions import comparable

Verdict = Literal["much_lower", "lower", "same", "higher", "much_higher"]
Reason = Literal["new", "gone", "few_equal", "unscored_before", "unscored_after"]
SLIGHT, CLEAR = Fraction(1, 8), Fraction(1, 4)  # half a point and a whole one, from 1 to 5


@dataclass(frozen=True)
class Moment:
    """What somebody was asked at one moment, and what came of it."""

    questionnaire: Questionnaire
    profile: Profile

    @cached_property
    def statements(self) -> Mapping[str, tuple[str, ...]]:
        """By domain the statements that were asked of this person."""
        answers = self.profile.answers
        there = asked(path(self.questionnaire, self.profile.phase, answers))
        return {
            domain: tuple(question.id for question in scored if question.id in there)
            for domain, scored in self.questionnaire.scored.items()
        }

    def over(self, domain: str, names: Sequence[str]) -> Fraction | None:
        """The score over these statements of a domain; None when too few have an answer."""
        return self._over(domain, names, self.profile.answers)

    def over_then(self, domain: str, names: Sequence[str]) -> Fraction | None:
        """The same over what the then-test asked about the first moment."""
        answers = self.profile.answers
        again = {name: answers[then_id(name)] for name in names if then_id(name) in answers}
        return self._over(domain, names, again)

    def has_enough(self, domain: str, names: Sequence[str]) -> bool:
        """Whether these are enough of the statements asked, by the rule of a score."""
        least = self.questionnaire.domain(domain).least
        return bool(names) and Fraction(len(names), len(self.statements[domain])) > least

    def _over(
        self, domain: str, names: Sequence[str], answers: Mapping[str, Answer]
    ) -> Fraction | None:
        statements = [q for q in self.questionnaire.scored[domain] if q.id in names]
        return over(self.questionnaire, self.questionnaire.domain(domain), statements, answers)


@dataclass(frozen=True, slots=True)
class Change:
    """One domain at two moments: scores from 0 to 1 over the very same statements of both.

    They are None where the domain cannot be compared, for a `reason`. `then` is the first moment
    as the later one sees it; `margin` what chance can do, known of whole domains only: without
    one, words go by a rule of thumb. `asked`: how many statements the domain had at the later
    moment (of one that is gone: at the earlier).
    """

    domain: str
    asked: int
    questions: tuple[str, ...] = ()
    before: Fraction | None = None
    after: Fraction | None = None
    then: Fraction | None = None
    margin: Margin | None = None
    reason: Reason | None = None

    @property
    def delta(self) -> Fraction | None:
        """The later score less the earlier."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def rci(self) -> Decimal | None:
        """The reliable change index, where there is a margin."""
        if self.delta is None or self.margin is None:
            return None
        return self.margin.index(self.delta)

    @property
    def verdict(self) -> Verdict | None:
        """What the difference may be called. Beyond a margin it is clear, within it nothing."""
        if self.delta is None:
            return None
        if self.margin is not None:
            is_clear = is_seen = self.margin.is_passed_by(self.delta)
        else:
            is_clear, is_seen = abs(self.delta) >= CLEAR, abs(self.delta) >= SLIGHT
        if not is_seen:
            return "same"
        if self.delta < 0:
            return "much_lower" if is_clear else "lower"
        return "much_higher" if is_clear else "higher"


def changes(before: Moment, after: Moment) -> tuple[Change, ...]:
    """Every domain of either, in the order of the later version; those that are gone come last."""
    same = comparable(before.questionnaire, after.questionnaire)
    was, now = before.statements, after.statements
    found = [
        _change(before, after, domain, same[domain])
        if domain in was
        else Change(domain, len(now[domain]), reason="new")
        for domain in now
    ]
    gone = [Change(name, len(was[name]), reason="gone") for name in was if name not in now]
    return (*found, *gone)


def along(between: Moment, after: Moment, change: Change) -> Fraction | None:
    """The score of a moment in between, over the statements of a change up to `after`.

    None where it did not ask all of those, and in the same way: it would be another figure.
    """
    same = comparable(between.questionnaire, after.questionnaire).get(change.domain, ())
    there = set(between.statements.get(change.domain, ())) & set(same)
    if not there.issuperset(change.questions):
        return None
    return between.over(change.domain, change.questions)


def _change(before: Moment, after: Moment, domain: str, same: Sequence[str]) -> Change:
    both = {*before.statements[domain]} & {*after.statements[domain]}
    common = tuple(name for name in same if name in both)
    change = Change(domain, len(after.statements[domain]), common)
    if not (before.has_enough(domain, common) and after.has_enough(domain, common)):
        return replace(change, reason="few_equal")
    first, last = before.over(domain, common), after.over(domain, common)
    if first is None or last is None:
        return replace(change, reason="unscored_before" if first is None else "unscored_after")
    is_whole = len(common) == len(after.questionnaire.scored[domain])
    reference = after.questionnaire.domain(domain).reference if is_whole else None
    then = after.over_then(domain, common)
    return replace(change, before=first, after=last, then=then, margin=Margin.of(reference))
