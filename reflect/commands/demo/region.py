"""A region: teams that learn together, at two moments, and all that happens between."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import repeat

from reflect.commands.demo.stage import SECOND, Stage
from reflect.commands.demo.teams import NAMES
from reflect.commands.work import close_due, tell
from reflect.records.memberships import Wishes
from reflect.records.people import Opened

FIRST_DAY, LATE_DAY, SECOND_DAY = 200, 178, 10  # days ago; the deadlines pass between the first two
RESPOND, AGAIN = 0.92, 0.85  # of who joined; of who is still there months later
HALFWAY = 0.5  # of who does not respond begins
COUNTS, RESEARCH, LEAVE, LATE = 0.94, 0.5, 0.04, 0.6
BY_DEADLINE = 3  # one in so many teams closes by itself
BOTH = {1: 2, 6: 6, 11: 3, 16: 7}  # to this team so many come who are in the one before it too
SLOW = {2: 6, 13: 5}  # of this team so many respond when it has closed


@dataclass
class Team:
    """A group, its people in the order they came with their codes, and who has yet to respond."""

    number: int
    trainer: str
    group: str
    people: dict[str, tuple[Opened, str]] = field(default_factory=dict)
    absent: list[Opened] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)  # the codes of who looked again

    @property
    def closes_itself(self) -> bool:
        """Whether nobody closes its first moment before the last day."""
        return self.number % BY_DEADLINE == BY_DEADLINE - 1


@dataclass
class Region:
    """Its stage, its trainers, and how large it is; `teams` are there once it was played."""

    stage: Stage
    trainers: list[str]
    sizes: list[int]
    teams: list[Team] = field(default_factory=list)
    beginning: str = ""  # the code of who has just begun

    @property
    def steps(self) -> int:
        """How many times somebody does something worth counting."""
        return 2 * sum(self.sizes)

    def play(self) -> Iterator[None]:
        """All of it, a step a person and moment; the last team is left open at its second."""
        for number, size in enumerate(self.sizes):
            yield from self._first(number, size)
        self._late()
        yield from self._second()
        self.beginning = self._begin()
        self._night(self._on(SECOND_DAY - 1))

    def _on(self, days: int) -> Stage:
        """The stage so many days ago; chance goes on."""
        return replace(self.stage, at=self.stage.at - timedelta(days=days))

    def _first(self, number: int, size: int) -> Iterator[None]:
        """A team meets and fills in; some leave; it is closed, but for those that close by day."""
        then, trainer = self._on(FIRST_DAY), self.trainers[number % len(self.trainers)]
        team = Team(number, trainer, then.group(trainer, f"Team {NAMES[number]}"))
        self.teams.append(team)
        for seat in range(size):
            self._arrive(then, team, slow=seat < SLOW.get(number, 0))
            yield
        before = self.teams[number - 1].people.values()
        for me, code in list(before)[: BOTH.get(number, 0)]:
            then.follow(me, team.group)
            self._respond(then, team, me, RESPOND)
            team.people[me.person_id] = me, code
        self._leave(then, team)
        if not team.closes_itself:
            then.close(then.moment(team.group), then.questionnaire)

    def _arrive(self, then: Stage, team: Team, *, slow: bool) -> None:
        """Somebody joins, and most respond."""
        wishes = Wishes(then.chance.random() < COUNTS, then.chance.random() < RESEARCH)
        me, code = then.join(team.group, wishes)
        team.people[me.person_id] = me, code
        self._respond(then, team, me, 0 if slow else RESPOND)

    def _respond(self, then: Stage, team: Team, me: Opened, rate: float) -> None:
        """Somebody does, or begins, or is absent."""
        moment = then.moment(team.group)
        if then.chance.random() < rate:
            then.fill(me, moment, part=1)
            return
        team.absent.append(me)
        if rate and then.chance.random() < HALFWAY:
            then.fill(me, moment, part=HALFWAY)

    def _leave(self, then: Stage, team: Team) -> None:
        """A few change their minds, and withdraw from the group."""
        for me, _ in list(team.people.values()):
            if then.chance.random() < LEAVE:
                then.leave(me, team.group)
                team.people.pop(me.person_id)

    def _late(self) -> None:
        """The last days pass; some respond after all; nights tell what may be told."""
        then = self._on(LATE_DAY)
        close_due(then.config, then.database, then.ring, then.at)
        self._night(then)
        for team in self.teams:
            slow = SLOW.get(team.number, 0)
            for place, me in enumerate(team.absent):
                if me.person_id in team.people and (place < slow or then.chance.random() < LATE):
                    then.fill(me, then.moment(team.group), part=1)
        self._night(then)

    def _second(self) -> Iterator[None]:
        """Months later each team looks again, and all but the last close."""
        then = self._on(SECOND_DAY)
        for team, size in zip(self.teams, self.sizes, strict=True):
            moment = then.open_next(team.group)
            for me, code in team.people.values():
                if then.chance.random() < AGAIN:
                    then.fill(me, moment, part=1)
                    team.twice += [] if me in team.absent else [code]
            yield from repeat(None, size)
            if team is not self.teams[-1]:
                then.close(moment, then.questionnaire, SECOND)

    def _begin(self) -> str:
        """Somebody comes to the team that is open, and begins; the code."""
        then, team = self._on(1), self.teams[-1]
        me, code = then.join(team.group)
        then.fill(me, then.moment(team.group, 2), part=HALFWAY)
        return code

    def _night(self, then: Stage) -> None:
        tell(then.config, then.database, then.ring, then.at)
