"""A professional's groups and reflections, as the list shows them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reflect.records import combining, evaluations, memberships, responses
from reflect.records.engine import Session
from reflect.records.groups import Group, Moment, Wave
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.records.people import Opened
from reflect.records.responses import Response
from reflect.records.responses.tables import SUBMITTED
from reflect.web import current
from reflect.web.intentions import Intentions


@dataclass(frozen=True, slots=True)
class Line:
    """A reflection, begun or to be begun: at a moment of a group, or on one's own."""

    title: str
    response: Response | None
    moment: Moment | None = None

    @property
    def may_be_noted(self) -> bool:
        """Whether its last day is still to come and something is left to do until then."""
        is_to_do = self.response is None or self.response.state != SUBMITTED
        moment = self.moment
        return bool(is_to_do and moment and moment.deadline and moment.state in (PLANNED, OPEN))


@dataclass(frozen=True, slots=True)
class Invitation:
    """The evaluation of a group: open or not, and filled in already or not."""

    wave: Wave
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A group that somebody is in, and its moments."""

    group: Group
    counts: bool
    lines: list[Line] = field(default_factory=list)
    evaluation: Invitation | None = None

    @property
    def combined(self) -> list[str]:
        """Until it is over, what the groups were called that came in it."""
        return [] if self.is_closed else combining.names(self.group)

    @property
    def is_closed(self) -> bool:
        """Whether its last moment has closed."""
        return all(line.moment and line.moment.state == "closed" for line in self.lines)


def overview(db: Session, person_id: str) -> tuple[list[Card], list[Line]]:
    """The groups with their moments, and what was filled in on one's own."""
    own = responses.of(db, person_id)
    at = {response.moment_id: response for response in own if response.moment_id}
    waves = _invitations(db, person_id)
    rows = memberships.of(db, person_id)
    cards: dict[str, Card] = {}
    for member, group, moment in rows:
        if group.id not in cards:
            mine = waves.get(group.id)
            cards[group.id] = Card(group, member.counts, evaluation=mine)
        title = _title(group.fingerprint)
        cards[group.id].lines.append(Line(title, at.pop(moment.id, None), moment))
    left = [response for response in own if response.moment_id is None or response.moment_id in at]
    return list(cards.values()), list(_alone(left))


def to_look_back_on(db: Session, me: Opened) -> list[tuple[Response, str]]:
    """The reflections with a goal of which it is time to say what came of it, and their titles."""
    due = Intentions.of(db, me).due()
    return [(response, _title(response.fingerprint)) for response in due]


def _invitations(db: Session, person_id: str) -> dict[str, Invitation]:
    """The evaluations somebody is asked for, by group."""
    waves = evaluations.of_member(db, person_id)
    filled = evaluations.filled(db, current.house().ring, waves, person_id)
    return {wave.group_id: Invitation(wave, wave.id in filled) for wave in waves}


def several(cards: Iterable[Card], alone: Iterable[Line]) -> dict[str, str]:
    """The questionnaires that were submitted more than once, by id with their titles."""
    lines = [*(line for card in cards for line in card.lines), *alone]
    sent = [
        (current.questionnaire(line.response.fingerprint).id, line.title)
        for line in lines
        if line.response and line.response.state == SUBMITTED
    ]
    times = Counter(questionnaire for questionnaire, _ in sent)
    return {questionnaire: title for questionnaire, title in sent if times[questionnaire] > 1}


def _alone(own: Iterable[Response]) -> Iterable[Line]:
    return (Line(_title(response.fingerprint), response) for response in own)


def _title(fingerprint: str) -> str:
    questionnaire = current.questionnaire(fingerprint)
    return questionnaire.say(questionnaire.title, current.language().code)
