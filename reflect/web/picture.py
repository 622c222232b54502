"""The picture of a group: a page made of nothing but a Release; for trainers and for members."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, url_for

from reflect.disclosure import Release
from reflect.records import memberships, releases
from reflect.web import current
from reflect.web.telling import parts, withheld

pages = Blueprint("picture", __name__, url_prefix="/group-pictures")


@pages.get("/<id:moment_id>")
def one(moment_id: str) -> str:
    """What the group was told, for who is in it: the same as the trainer sees."""
    moment = memberships.round_of(current.db(), current.me().person_id, moment_id)
    told = releases.of_moment(current.db(), moment.id) or abort(404)
    back = (url_for("reflections.mine"), current.language()("account.back_mine"))
    return draw(Release.from_json(told), back=back)


def draw(release: Release, *, back: tuple[str, str], files: Mapping[str, str] | None = None) -> str:
    """The page of a release, made of nothing but the release and its questionnaire.

    back: where to go back to, and its words; files: the address of each format it is handed in.
    """
    questionnaire, t = current.questionnaire(release.fingerprint), current.language()
    return render_template(
        "picture/page.html",
        release=release,
        title=questionnaire.say(questionnaire.title, t.code),
        is_evaluation=questionnaire.kind == "evaluation",
        parts=parts(release, questionnaire, t),
        withheld=withheld(release, questionnaire, t),
        files=files or {},
        back=back,
    )
