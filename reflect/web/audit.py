"""The audit log as an administrator reads it: who did what, by month and kind, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request, url_for

from reflect.language import Language
from reflect.records import audit, organisations, staff
from reflect.records.audit import KINDS, Line
from reflect.web import current

pages = Blueprint("audit", __name__, url_prefix="/admin/audit")
SHORT = 6  # characters of an id, enough to see that two lines are about the same


@dataclass(frozen=True)
class Told:
    """A line in words."""

    when: str
    who: str
    what: str


@pages.get("")
def every() -> str:
    """The newest lines first, of the month and the kind that were asked for."""
    today, asked = current.now().date(), request.args
    months = {f"{one:%Y-%m}": one for one in audit.months(current.db(), today)}
    month, kind = asked.get("month", ""), asked.get("kind", "")
    number = max(asked.get("page", 0, type=int), 0)
    shown = audit.page(
        current.db(),
        today=today,
        month=months.get(month),
        kind=kind if kind in KINDS else "",
        number=number,
    )
    return render_template(
        "audit/every.html",
        lines=told(shown.lines),
        months=[(name, _named(first)) for name, first in months.items()],
        kinds=list(KINDS),
        month=month if month in months else "",
        kind=kind if kind in KINDS else "",
        newer=number and url_for("audit.every", month=month, kind=kind, page=number - 1),
        older=shown.goes_on and url_for("audit.every", month=month, kind=kind, page=number + 1),
    )


def told(lines: Iterable[Line]) -> list[Told]:
    """Lines in words. Groups go by a part of their id: their names are their trainer's."""
    lines, t, db = list(lines), current.language(), current.db()
    ids = {one for line in lines for one in (line.actor_id, line.thing)}
    names = staff.emails(db, current.house().ring, ids)
    names |= {one.id: one.name for one in organisations.every(db) if one.id in ids}
    return [Told(_when(t, line), _who(t, line, names), _what(t, line, names)) for line in lines]


def _when(t: Language, line: Line) -> str:
    return f"{t.date(line.day)}, {t.time(line.at)}" if line.at else t.date(line.day)


def _who(t: Language, line: Line, names: dict[str, str]) -> str:
    if line.actor == "staff":
        return names.get(line.actor_id) or t("audit.actor_gone")
    return t(f"audit.actor_{line.actor}")


def _what(t: Language, line: Line, names: dict[str, str]) -> str:
    name = line.action.replace(":", "_").replace("-", "_")
    failed = "_failed" if line.result == "failed" else ""
    is_id = "." not in line.thing and not line.action.startswith("questionnaire:")
    thing = names.get(line.thing) or (line.thing[:SHORT] if is_id else line.thing)
    return t(f"audit.did_{name}{failed}", what=thing or t("audit.unknown"), detail=line.detail)


def _named(month: date) -> str:
    """November 2026: the words of its first day without the day."""
    return current.language().date(month).partition(" ")[2]
