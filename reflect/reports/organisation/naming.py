"""What files of groups beside each other are called, and what stands at the foot of them."""

from reflect.reports.names import brief
from reflect.reports.organisation.beside import Beside

_ROOM = 60  # characters of a name at the foot of a page


def filed(beside: Beside, kind: str, ending: str) -> str:
    """groepen-signalen-1-2026-11-21.pdf; `kind` tells files of one ending apart, or is ""."""
    release = beside.tellings[0].release
    pieces = (beside.t("organisation.file"), kind, release.questionnaire, release.moment)
    dated = (*pieces, beside.day.isoformat())
    return "-".join(str(piece) for piece in dated if piece != "") + f".{ending}"


def footer(beside: Beside) -> str:
    """What this is, of which organisation, and the day."""
    t, name = beside.t, brief(beside.organisation, _ROOM)
    return t("organisation.footer", organisation=name, day=t.date(beside.day))
