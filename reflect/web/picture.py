"""The picture of a group: a page made of nothing but what was told, for trainers and members."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, url_for

from reflect.records import memberships, releases
from reflect.records.groups import Round
from reflect.reports.exports import PAPERS
from reflect.reports.group import Since, Telling, parts
from reflect.web import current
from reflect.web.report import drawn

pages = Blueprint("picture", __name__, url_prefix="/group-pictures")


@pages.get("/<id:moment_id>")
def one(moment_id: str) -> str:
    """What the group was told, for who is in it: the same as the trainer sees."""
    moment = memberships.round_of(current.db(), current.me().person_id, moment_id)
    told = telling(moment) or abort(404)
    back = (url_for("reflections.mine"), current.language()("account.back_mine"))
    return draw(told, back=back)


def telling(moment: Round) -> Telling | None:
    """All that was told of a moment, in the language of who asks; None until it is closed.

    Its release, what was told later of who came late, and its changes from earlier moments.
    """
    found = releases.picture(current.db(), moment)
    if found is None:
        return None
    questionnaire = current.questionnaire(found.closing.fingerprint)
    since = tuple(Since(*one) for one in found.since)
    return Telling(found.closing, questionnaire, current.language(), since, found.late)


def draw(
    telling: Telling,
    *,
    back: tuple[str, str],
    files: Mapping[str, str] | None = None,
    presented: str = "",
) -> str:
    """The page of a telling, made of nothing but releases and their questionnaire.

    back: where to go back to, and its words; files: the address of each format it is handed in;
    presented: where it is shown to a room.
    """
    return render_template(
        "picture/page.html",
        parts=parts(telling),
        files=files or {},
        papers=PAPERS,
        back=back,
        presented=presented,
        drawn=drawn,
    )
