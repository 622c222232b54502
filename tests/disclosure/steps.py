"""What can happen in a world, step by step, and what is told then under a rule."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from reflect.disclosure import FLOOR, Decision, Entry, Ledger, decide, key
from tests.disclosure.entries import MEASURES, Columns, Responses, changes, columns, united


@dataclass
class Play:
    """What was told so far, and what is kept to tell more."""

    ledger: Ledger
    told: list[Entry] = field(default_factory=list)
    sets: dict[tuple[int, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    pools: dict[tuple[int, str], dict[str, Fraction]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    asked: int = 0  # means of groups in which enough people gave that measure
    shown: int = 0  # how many of these were told

    def tell(self, entry: Entry) -> bool:
        """Tell an entry if the rule accepts it."""
        accepted = self.ledger.accepts(entry)
        if accepted:
            self.ledger.add(entry)
            self.told.append(entry)
        return accepted

    def decide(self, moment: int, given: Columns) -> Decision:
        """Let a set of contributions be decided on, and tell what may be told."""
        decision = decide(MEASURES, given, self.ledger, questionnaire="q", moment=moment)
        for figure, entry in zip(decision.figures, decision.entries, strict=True):
            assert self.tell(entry)
            self.sets[moment, figure.measure].append(entry)
        return decision


@dataclass(frozen=True)
class Close:
    """A group's moment closes; what may not be told is pooled."""

    moment: int
    responses: Responses

    def play(self, play: Play) -> None:
        given = columns(self.responses)
        decision = play.decide(self.moment, given)
        for measure, subjects in decision.pooled.items():
            play.pools[self.moment, measure] |= {who: given[measure][who] for who in subjects}
        play.asked += sum(len(column) >= FLOOR for column in given.values())
        play.shown += len(decision.figures)


@dataclass(frozen=True)
class Late:
    """Some responded after closing: a set of their own, or nothing."""

    moment: int
    responses: Responses

    def play(self, play: Play) -> None:
        play.decide(self.moment, columns(self.responses))


@dataclass(frozen=True)
class Erase:
    """Somebody leaves: out of the pools; what was told stays told."""

    subject: str

    def play(self, play: Play) -> None:
        for pool in play.pools.values():
            pool.pop(self.subject, None)


@dataclass(frozen=True)
class Pool:
    """The pools of a moment are told when they may be, and are then empty."""

    moment: int

    def play(self, play: Play) -> None:
        pools = {measure.id: play.pools[self.moment, measure.id] for measure in MEASURES}
        for figure in play.decide(self.moment, pools).figures:
            play.pools[self.moment, figure.measure].clear()


@dataclass(frozen=True)
class Unite:
    """Released sets are added up, all or some of them; with the pool and without."""

    moment: int
    share: float
    seed: float

    def play(self, play: Play) -> None:
        rng = Random(self.seed)  # noqa: S311 - a world must be made again from its seed
        for measure in MEASURES:
            where = self.moment, measure.id
            parts = [entry for entry in play.sets[where] if rng.random() < self.share]
            total = united(parts)
            pool = Counter((key("q", *where), who) for who in play.pools[where])
            for union in (total + pool, total):
                if union:
                    play.tell(Entry(union))


@dataclass(frozen=True)
class Change:
    """A group's exact paired change, over those who gave a measure at both moments."""

    first: Responses
    second: Responses

    def play(self, play: Play) -> None:
        for entry in changes(self.first, self.second):
            play.tell(entry)


Step = Close | Late | Erase | Pool | Unite | Change
