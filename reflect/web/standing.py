"""Where a group stands, as far as its trainer may know: no names, no counts, no hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reflect.disclosure import participation
from reflect.disclosure.closing import Participation
from reflect.records import groups, releases
from reflect.records.engine import Session
from reflect.records.groups import Group, Moment, Round


@dataclass(frozen=True)
class Standing:
    """A moment or wave: its state, and while open whether fewer than K or enough took part."""

    id: str
    kind: str
    number: int
    phase: str
    state: str
    deadline: date | None
    participation: Participation | None
    may_open: bool = False


def standings(db: Session, group: Group, floor: int) -> tuple[Standing, ...]:
    """The moments of a group, in order; the first planned one after closed ones may open."""
    moments = groups.moments(db, group.id)
    following = _following(moments)
    return tuple(_standing(db, one, floor, may_open=one is following) for one in moments)


def standing(db: Session, one: Round, floor: int) -> Standing:
    """One moment, or the wave of a group; none of these may be opened from here."""
    return _standing(db, one, floor, may_open=False)


def is_over(standings: Iterable[Standing]) -> bool:
    """Whether all moments of a group are closed, so that nobody needs to join any more."""
    return all(one.state == "closed" for one in standings)


def _standing(db: Session, moment: Round, floor: int, *, may_open: bool) -> Standing:
    is_open = moment.state == "open"
    return Standing(
        moment.id,
        moment.kind,
        moment.number,
        moment.phase,
        moment.state,
        moment.deadline,
        participation(releases.submitted(db, moment.id), floor) if is_open else None,
        may_open,
    )


def _following(moments: Iterable[Moment]) -> Moment | None:
    unfinished = next((one for one in moments if one.state != "closed"), None)
    return unfinished if unfinished and unfinished.state == "planned" else None
