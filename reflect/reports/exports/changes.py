"""What tables and data of a group tell of its changes, as they were stored."""

from collections.abc import Iterator
from decimal import Decimal

from reflect.language import Language
from reflect.reports.group.change import whom
from reflect.reports.group.since import Since
from reflect.reports.group.telling import Telling


def columns(telling: Telling) -> tuple[str, ...]:
    """Two for each earlier moment: the change, and about whom it is or why it is not told."""
    t = telling.t
    return tuple(
        t(f"report.export_{name}", number=since.moment)
        for since in telling.since
        for name in ("change", "whom")
    )


def cells(telling: Telling, measure: str) -> Iterator[tuple[Decimal | None, str]]:
    """What stands in those columns, a pair for each earlier moment; None for no number."""
    for since in telling.since:
        shift = since.shifts.get(measure)
        yield (
            (shift.value, whom(telling, shift)) if shift else (None, why(telling.t, since, measure))
        )


def why(t: Language, since: Since, measure: str) -> str:
    """Why a change is not told; nothing of what was not compared."""
    reason = since.reasons.get(measure)
    return t(f"report.withheld_{reason}") if reason else ""
