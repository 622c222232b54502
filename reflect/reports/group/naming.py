"""What the files of a group are called, and what stands at the foot of their pages."""

from reflect.reports.group.telling import Telling
from reflect.reports.names import brief

_ROOM = 60  # characters of a name at the foot of a page


def filed(telling: Telling, kind: str, ending: str) -> str:
    """groepsbeeld-signalen-2-2026-11-21.pdf; `kind` tells files of one ending apart, or is ""."""
    t, release = telling.t, telling.release
    of = (
        (release.questionnaire,)
        if telling.is_evaluation
        else (release.questionnaire, release.moment)
    )
    whose = t(f"picture.file_{release.scope}") if telling.is_union else ""
    pieces = (t("report.group_file"), whose, kind, *of, telling.day.isoformat())
    return "-".join(str(piece) for piece in pieces if piece != "") + f".{ending}"


def footer(telling: Telling) -> str:
    """The group, what this is, and the day."""
    t, name = telling.t, brief(telling.group, _ROOM)
    key = "footer_union" if telling.is_union else "footer_late" if telling.is_late else "footer"
    return t(f"picture.{key}", group=name, day=t.date(telling.release.closed))


def dated(telling: Telling) -> str:
    """The day on which it was closed, or added up, as a sentence."""
    key = "wall_united" if telling.is_union else "wall_closed"
    return telling.t(f"picture.{key}", day=telling.t.date(telling.release.closed))
