"""A release as JSON, for programs; docs/exports.md says what each name means."""

import json
from typing import Any

from reflect.disclosure import Distribution, Figure
from reflect.reports.document import Document
from reflect.reports.exports.rows import Row, rows
from reflect.reports.group.naming import filed
from reflect.reports.group.telling import Telling
from reflect.reports.names import one_line

FORMAT = 1  # goes up when a name goes away or means something else


def write(telling: Telling) -> Document:
    """Figures and what is withheld, in the order of the questionnaire; means are numbers."""
    text = json.dumps(_told(telling), ensure_ascii=False, indent=2) + "\n"
    return Document(filed(telling, "", "json"), "application/json", text.encode())


def _told(telling: Telling) -> dict[str, Any]:
    release, every = telling.release, list(rows(telling))
    return {
        "format": FORMAT,
        "language": telling.t.code,
        "organisation": one_line(release.organisation),
        "group": one_line(release.group),
        "questionnaire": {
            "id": release.questionnaire,
            "version": release.version,
            "fingerprint": release.fingerprint,
            "title": one_line(telling.subject),
            "kind": telling.questionnaire.kind,
        },
        "moment": release.moment,
        "phase": release.phase,
        "closed": release.closed.isoformat(),
        "figures": [_figure(row, row.figure) for row in every if row.figure],
        "distributions": [_spread(row, row.spread) for row in every if row.spread],
        "withheld": [_named(row) | {"reason": row.reason} for row in every if row.reason],
    }


def _named(row: Row) -> dict[str, Any]:
    return {"measure": row.measure, "kind": row.kind, "subject": row.subject}


def _spread(row: Row, spread: Distribution) -> dict[str, Any]:
    return _named(row) | {"shares": list(spread.shares), "people": spread.people}


def _figure(row: Row, figure: Figure) -> dict[str, Any]:
    shown = {"low": figure.low, "high": figure.high, "bound": figure.bound}
    return _named(row) | shown | {"value": float(figure.value), "people": figure.people}
