"""The trainer who asks: where they may work, their groups, their moments; no others exist."""

from flask import abort

from reflect.records import groups, organisations
from reflect.records.groups import Group, Round
from reflect.records.staff import Role
from reflect.web import current, roles


def me() -> str:
    """The id of the trainer who is there; the guard let nobody else past."""
    here = current.who()
    return here.owner if here else abort(404)


def workplaces() -> dict[str, str]:
    """The organisations this trainer works for, by id; asked at each request."""
    here = {role.organisation_id for role in roles.held() if _trains(role)}
    return {one.id: one.name for one in organisations.every(current.db()) if one.id in here}


def own_groups() -> list[Group]:
    """The groups of this trainer, the newest first."""
    places = workplaces()
    return [one for one in groups.of(current.db(), me()) if one.organisation_id in places]


def group(group_id: str) -> Group:
    """A group of this trainer; 404 for another's and for none."""
    return _within(groups.one(current.db(), me(), group_id))


def moment(moment_id: str) -> tuple[Round, Group]:
    """A moment or wave of this trainer and its group; 404 for another's and for none."""
    found, group = groups.round_of(current.db(), me(), moment_id)
    return found, _within(group)


def _within(group: Group) -> Group:
    return group if group.organisation_id in workplaces() else abort(404)


def _trains(role: Role) -> bool:
    return role.name == "trainer"
