"""The search for answers that lead to a section or a question: bounded, and sound both ways.

Each rule speaks of one question, or joins rules; so every demand ends as demands on single
questions, which either can be met or not. A question that has to be answered has to be shown
first: its own rules, about earlier sections only, join the demands (a tableau, depth first).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Phase
from reflect.questionnaire.reach.possible import Held, possible, silent
from reflect.questionnaire.rules import All, Any_, Equals, In, Not, Rule
from reflect.questionnaire.sections import Section

PHASES: tuple[Phase, ...] = get_args(Phase)
ASKED: Mapping[str, tuple[Phase, ...]] = {"evaluation": ("after",)}  # once; all else, in each
STEPS = 1_000  # in one search, and
IN_ALL = 20_000  # in all searches of a definition: some 0.1 s
Goal = tuple[Rule, bool]  # a rule, and whether it has to hold
Goals = tuple[Goal, ...]
Demands = Mapping[str, Held]  # what has to hold of each question
State = tuple[Goals, Demands]


class Unsettled(Exception):  # noqa: N818 - it is said of the question
    """The search was given up: neither a way nor a proof that there is none."""


@dataclass(frozen=True, slots=True)
class Way:
    """Answers, in a phase, after which something is shown."""

    phase: Phase
    answers: Mapping[str, Answer]


class Reach:
    """What can be shown of one definition, whose rules must be without fault."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Nothing is searched before it is asked."""
        self._questionnaire = questionnaire
        self._place = {q.id: (s, q) for s in questionnaire.sections for q in s.questions}
        self._known: dict[tuple[Phase, Goals], Mapping[str, Answer] | Unsettled | None] = {}
        self._left = IN_ALL
        self._alike = _alike(questionnaire)
        self._phases = ASKED.get(questionnaire.kind, PHASES)

    def phases(self, *shown: Section | AnyQuestion) -> tuple[Phase, ...]:
        """The phases in which it cannot be ruled out that all of these are shown."""
        return tuple(phase for phase in self._phases if self._found(phase, shown) is not None)

    def way(self, *shown: Section | AnyQuestion) -> Way | None:
        """Answers after which all of these are shown; None: there are none, or none was found."""
        for phase in self._phases:
            found = self._found(phase, shown)
            if found is not None and not isinstance(found, Unsettled):
                return Way(phase, found)
        return None

    def _found(
        self, moment: Phase, shown: Iterable[Section | AnyQuestion]
    ) -> Mapping[str, Answer] | Unsettled | None:
        phase = self._alike[moment]
        goals = _conditions(phase, shown)
        if goals is None:
            return None
        if (phase, goals) not in self._known:
            self._known[phase, goals] = self._search(phase, goals)
        return self._known[phase, goals]

    def _search(self, phase: Phase, goals: Goals) -> Mapping[str, Answer] | Unsettled | None:
        stack: list[State] = [(_ordered(goals), {})]
        for _ in range(min(STEPS, self._left)):
            if not stack:
                return None
            self._left -= 1
            goals, demands = stack.pop()
            if not goals:
                return self._answers(demands)
            stack += [*self._next(phase, goals[0], goals[1:], demands)]
        return Unsettled()

    def _answers(self, demands: Demands) -> Mapping[str, Answer]:
        spoken = {name: held for name, held in demands.items() if not silent(held)}
        found = {name: self._possible(name, held) for name, held in spoken.items()}
        return {name: answer for name, answer in found.items() if answer is not None}

    def _possible(self, name: str, held: Held) -> Answer | None:
        return possible(self._questionnaire, self._place[name][1], held)

    def _next(self, phase: Phase, goal: Goal, rest: Goals, demands: Demands) -> Iterator[State]:
        """The states after one goal: one for each way to meet it."""
        rule, wanted = goal
        if isinstance(rule, Not | All | Any_) or (wanted and self._is_split(rule)):
            for branch in _branches(rule, wanted=wanted):
                yield _ordered(branch, rest), demands
            return
        ((name, _),) = rule.leans_on()
        before = demands.get(name, ())
        held: Held = (*before, (rule, wanted))
        more: Goals | None = ()
        if not silent(held):
            if self._possible(name, held) is None:
                return
            more = _conditions(phase, self._place[name]) if silent(before) else ()
        if more is not None:
            yield _ordered(more, rest), {**demands, name: held}

    def _is_split(self, rule: Rule) -> bool:
        """One of several choices is several ways; one of several points is one demand."""
        return isinstance(rule, In) and self._place[rule.in_[0]][1].type == "choices"


def _alike(questionnaire: Questionnaire) -> Mapping[Phase, Phase]:
    """For each phase the first in which the very same is asked: one search will do for both."""
    every = (*questionnaire.sections, *questionnaire.questions.values())
    lists = {one.phases for one in every if one.phases is not None}
    asked = {phase: [phase in one for one in lists] for phase in PHASES}
    return {phase: next(one for one in PHASES if asked[one] == asked[phase]) for phase in PHASES}


def _conditions(phase: Phase, shown: Iterable[Section | AnyQuestion]) -> Goals | None:
    """The rules that have to hold for these to be shown; None where the phase is not theirs."""
    every = tuple(shown)
    if any(one.phases is not None and phase not in one.phases for one in every):
        return None
    return tuple((one.show_if, True) for one in every if one.show_if is not None)


def _branches(rule: Rule, *, wanted: bool) -> list[Goals]:
    """The ways to let a rule hold, or not hold."""
    if isinstance(rule, Not):
        return [((rule.not_, not wanted),)]
    if isinstance(rule, In):
        name, values = rule.in_
        return [((Equals(equals=(name, value)), True),) for value in values]
    parts: tuple[Rule, ...] = rule.all if isinstance(rule, All) else rule.any  # type: ignore[union-attr] # the third that joins
    goals = tuple((part, wanted) for part in parts)
    return [goals] if isinstance(rule, All) == wanted else [(goal,) for goal in goals]


def _ordered(new: Goals, rest: Goals = ()) -> Goals:
    """What splits goes last: a demand that cannot be met is then met once, not once a way."""
    parts: tuple[list[Goal], list[Goal]] = ([], [])
    for goal in new:
        parts[isinstance(goal[0], Any_ if goal[1] else All)].append(goal)
    return (*parts[False], *rest, *parts[True])
