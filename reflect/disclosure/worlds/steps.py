"""What can happen in a world, step by step: each does what the records do, under a rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.disclosure.comparison import compare
from reflect.disclosure.decision import decide
from reflect.disclosure.union import decide_pool
from reflect.disclosure.worlds.people import MEASURES, Responses, Training, columns
from reflect.disclosure.worlds.play import Owner, Play, Told

LAST = 2  # moments of a training
ASKED = "q"


@dataclass(frozen=True, slots=True)
class Close:
    """A moment of a training closes: means, what changed, and a pool of what is withheld."""

    training: Training
    moment: int
    responses: Responses

    def play(self, play: Play) -> None:
        """Decide, tell, keep; after the last moment nothing is kept of who gave what."""
        given = columns(self.responses)
        decision = decide(MEASURES, given, play.ledger, questionnaire=ASKED, moment=self.moment)
        owner = self.moment, self.training.trainer, self.training.organisation
        play.keep(owner, decision)
        play.pool(owner, given, decision)
        where = self.training.number, self.moment
        play.closed[where] = decision
        play.counted[where] = {who: dict(values) for who, values in self.responses.items()}
        floor, means = play.ledger.floor, [one for one in MEASURES if one.has_mean]
        play.asked += sum(len(given[one.id]) >= floor for one in means)
        play.shown += len(decision.figures)
        if self.moment == LAST:
            self._compare(play)
            for moment in range(1, LAST + 1):
                play.counted.pop((self.training.number, moment))
                play.late.pop((self.training.number, moment), None)

    def _compare(self, play: Play) -> None:
        first, second = (play.side(self.training, moment) for moment in (1, LAST))
        comparison = compare(MEASURES, first, second, play.ledger, questionnaire=ASKED)
        play.tell(comparison.entries)
        play.changes += len(comparison.entries)


@dataclass(frozen=True, slots=True)
class Late:
    """Some respond after closing, while what the training gave is still kept."""

    training: Training
    moment: int
    responses: Responses

    def play(self, play: Play) -> None:
        """They wait until they are enough."""
        if (self.training.number, self.moment) in play.counted:
            waiting = play.late[self.training.number, self.moment]
            waiting |= {who: dict(values) for who, values in self.responses.items()}


@dataclass(frozen=True, slots=True)
class Erase:
    """Somebody leaves for good: out of all that is kept; what was told stays told."""

    subject: str

    def play(self, play: Play) -> None:
        """Forget what this one gave."""
        for kept in (*play.counted.values(), *play.late.values()):
            kept.pop(self.subject, None)
        for pool in play.pools.values():
            for column in pool.values():
                column.pop(self.subject, None)


@dataclass(frozen=True, slots=True)
class Night:
    """What is made at night: sets of late ones, of pools, and the unions of all sets."""

    trainings: tuple[Training, ...]

    def play(self, play: Play) -> None:
        """Late ones first, then pools, then unions, as the records do."""
        for training in self.trainings:
            for moment in range(1, LAST + 1):
                self._late(play, training, moment)
        for organisation, moment in play.pools:
            self._pool(play, organisation, moment)
        for sets in _scopes(play):
            play.unite(sets)

    def _late(self, play: Play, training: Training, moment: int) -> None:
        waiting = play.late.get((training.number, moment), {})
        if len(waiting) < play.ledger.floor:
            return
        given = columns(waiting)
        decision = decide(MEASURES, given, play.ledger, questionnaire=ASKED, moment=moment)
        if decision.figures:
            owner = moment, training.trainer, training.organisation
            play.keep(owner, decision)
            play.pool(owner, given, decision)
            waiting.clear()

    def _pool(self, play: Play, organisation: int, moment: int) -> None:
        pool = play.pools[organisation, moment]
        if max(map(len, pool.values()), default=0) < play.ledger.floor:
            return
        decision = decide_pool(MEASURES, pool, play.ledger, questionnaire=ASKED, moment=moment)
        if decision.figures:
            play.keep((moment, None, organisation), decision)
            for name, subjects in decision.about.items():
                for subject in subjects:
                    pool[name].pop(subject)


def _scopes(play: Play) -> Iterator[list[Told]]:
    """The sets of each trainer, of each organisation, and all, moment by moment."""
    owners: list[Owner] = [each.owner for each in play.sets]
    for moment in sorted({owner[0] for owner in owners}):
        here = [each for each in play.sets if each.owner[0] == moment]
        for place in (1, 2):
            for whose in sorted({each.owner[place] or 0 for each in here}):
                yield [each for each in here if each.owner[place] == whose]
        yield here


Step = Close | Late | Erase | Night
