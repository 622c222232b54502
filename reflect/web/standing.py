"""Where a group stands, as far as its trainer may know: no names, no counts, no hours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.disclosure import participation
from reflect.disclosure.closing import Participation
from reflect.records import evaluations, groups, releases
from reflect.records.engine import Session
from reflect.records.groups import Group, Round
from reflect.records.groups.tables import OPEN


@dataclass(frozen=True)
class Standing:
    """A moment or wave: its state, and while open whether fewer than K or enough took part."""

    id: str
    kind: str
    number: int
    phase: str
    state: str
    deadline: date | None
    closed: date | None
    participation: Participation | None
    may_open: bool = False


def standings(db: Session, group: Group, floor: int) -> tuple[Standing, ...]:
    """The moments of a group, in order; the first planned one after closed ones may open."""
    return _standings(db, {group.id: groups.moments(db, group.id)}, floor)[group.id]


def standings_of(
    db: Session, group_ids: Iterable[str], floor: int
) -> Mapping[str, tuple[Standing, ...]]:
    """The moments of several groups by id, and last the evaluation of one that has it.

    As many queries as for one.
    """
    moments = groups.moments_of(db, group_ids)
    rounds: dict[str, list[Round]] = {group: [*found] for group, found in moments.items()}
    for wave in evaluations.of_groups(db, rounds):
        rounds[wave.group_id] = [*rounds[wave.group_id], wave]
    return _standings(db, rounds, floor)


def _standings(
    db: Session, rounds: Mapping[str, Sequence[Round]], floor: int
) -> Mapping[str, tuple[Standing, ...]]:
    opened = [one.id for found in rounds.values() for one in found if one.state == OPEN]
    given = releases.submitted_of(db, opened)
    return {
        group: tuple(_standing(one, given, floor, _following(found)) for one in found)
        for group, found in rounds.items()
    }


def standing(db: Session, one: Round, floor: int) -> Standing:
    """One moment, or the wave of a group; none of these may be opened from here."""
    return _standing(one, releases.submitted_of(db, [one.id]), floor)


def is_over(standings: Iterable[Standing]) -> bool:
    """Whether all moments of a group are closed, so that nobody needs to join any more."""
    return all(one.state == "closed" for one in standings)


def _standing(
    moment: Round, given: Mapping[str, int], floor: int, following: Round | None = None
) -> Standing:
    is_open = moment.state == OPEN
    return Standing(
        moment.id,
        moment.kind,
        moment.number,
        moment.phase,
        moment.state,
        moment.deadline,
        moment.closed,
        participation(given[moment.id], floor) if is_open else None,
        moment is following,
    )


def _following(moments: Iterable[Round]) -> Round | None:
    unfinished = next((one for one in moments if one.state != "closed"), None)
    return unfinished if unfinished and unfinished.state == "planned" else None
