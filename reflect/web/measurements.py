"""Measurements: by questionnaire, phase and moment, all that there is to see of several groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flask import url_for

from reflect.disclosure import Release, Scope
from reflect.web.glance import title
from reflect.web.sight import Place, closings, names, unions

_PHASES = ("before", "after", "later")
_SCOPES = ("trainer", "organisation", "all")

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Groups of one organisation and version that can lie beside each other, or one alone."""

    href: str
    organisation: str
    version: int
    count: int


@dataclass(frozen=True, slots=True)
class Together:
    """A union: of what, from which organisation if from one, and since when."""

    href: str
    scope: Scope
    organisation: str
    day: date


@dataclass(frozen=True, slots=True)
class Measurement:
    """A questionnaire at a moment: groups beside each other, and together."""

    title: str
    phase: str
    moment: int
    rows: tuple[Row, ...]
    together: tuple[Together, ...]


def measurements() -> list[Measurement]:
    """By title, and in the order of time; as many queries whatever the number of groups."""
    places, united, houses = closings(), unions(), names()
    told = [*(one for found in places.values() for one in found), *(one for *_, one in united)]
    newest = {_key(one): one for one in sorted(told, key=lambda one: one.version)}
    found = [
        Measurement(
            title(one.fingerprint),
            one.phase,
            one.moment,
            _rows(houses, ((at, some) for at, some in places.items() if _key(some[0]) == key)),
            _together(houses, (each for each in united if _key(each[-1]) == key)),
        )
        for key, one in newest.items()
    ]
    return sorted(found, key=lambda one: (one.title, one.moment, _PHASES.index(one.phase)))


def _key(release: Release) -> Key:
    return release.questionnaire, release.phase, release.moment


def _rows(
    houses: Mapping[str, str], places: Iterable[tuple[Place, list[Release]]]
) -> tuple[Row, ...]:
    """By organisation, the newest version first."""
    rows = [
        Row(
            url_for("organisation.groups", organisation_id=place.organisation_id, place=place.slug),
            houses[place.organisation_id],
            told[0].version,
            len(told),
        )
        for place, told in places
    ]
    return tuple(sorted(rows, key=lambda row: (row.organisation, -row.version)))


def _together(
    houses: Mapping[str, str], united: Iterable[tuple[str, str, Release]]
) -> tuple[Together, ...]:
    """From one's own groups to all there are; all are left out where they are one organisation."""
    every = list(united)
    parts = [one.figures for *_, one in every if one.scope == "organisation"]
    found = [
        Together(
            url_for("unions.one", union_id=union_id), one.scope, houses.get(of, ""), one.closed
        )
        for union_id, of, one in every
        if one.scope != "all" or one.figures not in parts
    ]
    return tuple(sorted(found, key=lambda one: (_SCOPES.index(one.scope), one.organisation)))
