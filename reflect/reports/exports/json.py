"""A release as JSON, for programs; docs/exports.md says what each name means."""

import json
from typing import Any

from reflect.disclosure import Distribution, Figure, Shift
from reflect.reports.document import Document
from reflect.reports.exports.rows import Row, rows
from reflect.reports.group.naming import filed
from reflect.reports.group.since import Since
from reflect.reports.group.telling import Telling
from reflect.reports.names import one_line

FORMAT = 1  # goes up when a name goes away or means something else


def write(telling: Telling) -> Document:
    """Figures and what is withheld, in the order of the questionnaire; means are numbers."""
    text = json.dumps(_told(telling), ensure_ascii=False, indent=2) + "\n"
    return Document(filed(telling, "", "json"), "application/json", text.encode())


def _told(telling: Telling) -> dict[str, Any]:
    release = telling.release
    return {
        "format": FORMAT,
        "language": telling.t.code,
        "organisation": one_line(release.organisation),
        "group": one_line(release.group),
        "scope": release.scope,
        "questionnaire": {
            "id": release.questionnaire,
            "version": release.version,
            "fingerprint": release.fingerprint,
            "title": one_line(telling.subject),
            "kind": telling.questionnaire.kind,
        },
        "moment": release.moment,
        "phase": release.phase,
        **_set(telling),
        "changes": [_change(telling, since) for since in telling.since],
        "late": [_set(one) for one in telling.latecomers],
    }


def _set(telling: Telling) -> dict[str, Any]:
    """What is told of one set of people, and on which day."""
    every = list(rows(telling))
    return {
        "closed": telling.release.closed.isoformat(),
        "figures": [_figure(row, row.figure) for row in every if row.figure],
        "distributions": [_spread(row, row.spread) for row in every if row.spread],
        "withheld": [_named(row) | {"reason": row.reason} for row in every if row.reason],
    }


def _change(telling: Telling, since: Since) -> dict[str, Any]:
    every = list(rows(telling))
    told, hidden = since.shifts, since.reasons
    return {
        "moment": since.moment,
        "phase": since.earlier.phase,
        "closed": since.earlier.closed.isoformat(),
        "shifts": [_shift(row, told[row.measure]) for row in every if row.measure in told],
        "withheld": [
            _named(row) | {"reason": hidden[row.measure]} for row in every if row.measure in hidden
        ],
    }


def _shift(row: Row, shift: Shift) -> dict[str, Any]:
    return _named(row) | {"value": float(shift.value), "same_people": shift.same_people}


def _named(row: Row) -> dict[str, Any]:
    return {"measure": row.measure, "kind": row.kind, "subject": row.subject}


def _spread(row: Row, spread: Distribution) -> dict[str, Any]:
    return _named(row) | {"shares": list(spread.shares), "people": spread.people}


def _figure(row: Row, figure: Figure) -> dict[str, Any]:
    shown = {"low": figure.low, "high": figure.high, "bound": figure.bound}
    return _named(row) | shown | {"value": float(figure.value), "people": figure.people}
