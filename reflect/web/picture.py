"""The picture of a group: a page made of nothing but a Release; for trainers and for members."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, url_for

from reflect.disclosure import Release
from reflect.records import groups, memberships, releases
from reflect.records.groups import Moment, Round
from reflect.reports.exports import PAPERS
from reflect.reports.group import Telling, parts
from reflect.web import current
from reflect.web.report import drawn

pages = Blueprint("picture", __name__, url_prefix="/group-pictures")


@pages.get("/<id:moment_id>")
def one(moment_id: str) -> str:
    """What the group was told, for who is in it: the same as the trainer sees."""
    moment = memberships.round_of(current.db(), current.me().person_id, moment_id)
    told = releases.of_moment(current.db(), moment.id) or abort(404)
    back = (url_for("reflections.mine"), current.language()("account.back_mine"))
    return draw(Release.from_json(told), earlier=earlier(moment), back=back)


def earlier(moment: Round) -> Release | None:
    """What the same group was told of the moment before; an evaluation has none before it."""
    if not isinstance(moment, Moment):
        return None
    every = groups.moments(current.db(), moment.group_id)
    before = [one.id for one in every if one.number < moment.number]
    told = releases.of_moment(current.db(), before[-1]) if before else None
    return Release.from_json(told) if told else None


def telling(release: Release, earlier: Release | None) -> Telling:
    """A release in the words of its questionnaire, in the language of who asks."""
    return Telling(release, current.questionnaire(release.fingerprint), current.language(), earlier)


def draw(
    release: Release,
    *,
    earlier: Release | None,
    back: tuple[str, str],
    files: Mapping[str, str] | None = None,
    presented: str = "",
) -> str:
    """The page of a release, made of nothing but releases and their questionnaire.

    back: where to go back to, and its words; files: the address of each format it is handed in;
    presented: where it is shown to a room.
    """
    told = parts(telling(release, earlier))
    return render_template(
        "picture/page.html",
        parts=told,
        files=files or {},
        papers=PAPERS,
        back=back,
        presented=presented,
        drawn=drawn,
    )
