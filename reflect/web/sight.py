"""What the member of staff who is there sees of several groups: closings, unions, by place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from flask import abort

from reflect.disclosure import Release
from reflect.records import organisations, releases
from reflect.records.releases import Sight
from reflect.reports.group import Telling
from reflect.reports.organisation import Beside, by_name
from reflect.web import current, roles

_SHOWN = 16  # hex digits of a fingerprint in an address


@dataclass(frozen=True, slots=True)
class Place:
    """Where groups can lie beside each other: one organisation, version, phase and moment."""

    organisation_id: str
    fingerprint: str
    phase: str
    moment: int

    @property
    def slug(self) -> str:
        """It in an address, beside its organisation."""
        return f"{self.fingerprint[:_SHOWN]}-{self.phase}-{self.moment}"


def sight() -> Sight:
    """The eyes of who is there, by the roles they have now."""
    here = current.who() or abort(404)
    held = roles.held()
    trains = {role.organisation_id for role in held if role.name == "trainer"}
    administers = {role.organisation_id for role in held if role.name == "administrator"}
    return Sight(here.owner, trains, administers)


def closings() -> Mapping[Place, list[Release]]:
    """What groups were told at their closings, by place; one query, however many groups."""
    found: defaultdict[Place, list[Release]] = defaultdict(list)
    for organisation_id, stored in releases.closings(current.db(), sight()):
        told = Release.from_json(stored)
        place = Place(organisation_id, told.fingerprint, told.phase, told.moment)
        found[place].append(told)
    return found


def unions() -> list[tuple[str, str, Release]]:
    """The newest unions, each with its id and that of what it is of."""
    found = releases.unions(current.db(), sight())
    return [(one.id, one.scope_id, Release.from_json(one.told)) for one in found]


def names() -> Mapping[str, str]:
    """The organisations of who is there, by id."""
    here = {role.organisation_id for role in roles.held()}
    return {one.id: one.name for one in organisations.every(current.db()) if one.id in here}


def beside(place: Place, told: list[Release]) -> Beside:
    """The groups of a place, and what the whole organisation was told there."""
    name = names()[place.organisation_id]
    here = "organisation", place.organisation_id, place.fingerprint, place.phase, place.moment
    found = (
        telling(one)
        for _, of, one in unions()
        if (one.scope, of, one.fingerprint, one.phase, one.moment) == here
    )
    return Beside(name, by_name(map(telling, told)), next(found, None))


def telling(release: Release) -> Telling:
    """A release in the words of its questionnaire, in the language of who asks."""
    return Telling(release, current.questionnaire(release.fingerprint), current.language())
