"""The way in: the start page, joining a group, beginning on one's own, and who sees what."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import InputRequired

from reflect.language import LANGUAGES
from reflect.records import groups, memberships, organisations
from reflect.records.groups import Full, Group
from reflect.records.memberships import Wishes
from reflect.web import current, joining
from reflect.web.arriving import arrive, begin_alone, newcomer
from reflect.web.forms import Form
from reflect.web.paths import local

pages = Blueprint("start", __name__)
YEAR = 365 * 24 * 60 * 60  # seconds that a chosen language is remembered


class CodeForm(Form):
    """A group's code, as it stands on the slide."""

    group_code = StringField()


class JoinForm(Form):
    """What somebody agrees to; whether to count is asked, and neither answer is preset."""

    counts = RadioField(
        choices=["yes", "no"],  # type: ignore[list-item] # WTForms takes them; its stubs do not
        validators=[InputRequired()],
    )
    research = BooleanField()


class AloneForm(Form):
    """Nothing but the wish to begin."""


@pages.get("/")
def home() -> str:
    """The start page: a group's code, or one's own."""
    return render_template("start/home.html", questionnaires=current.house().library.reflections)


@pages.post("/")
def find_group() -> Response | tuple[str, int]:
    """To the page of the group whose code was typed, or back with what was typed."""
    typed = (CodeForm().group_code.data or "").strip()
    if typed and groups.is_known(current.db(), current.house().ring, typed):
        return redirect(url_for("start.join", code=typed))
    errors = [("group_code", current.language()("start.unknown_group"))]
    library = current.house().library
    page = render_template(
        "start/home.html", questionnaires=library.reflections, group_code=typed, errors=errors
    )
    return page, 404


@pages.route("/join/<code>", methods=["GET", "POST"])
def join(code: str) -> Response | str | tuple[str, int]:
    """What this group is, who sees what, and the choice to count or not."""
    db, ring = current.db(), current.house().ring
    group = groups.by_join_code(db, ring, code)
    _place_for_me(group)
    form = JoinForm()
    if form.validate_on_submit():
        wishes = Wishes(counts=form.counts.data == "yes", research=form.research.data)
        return arrive(lambda db, me, at: joining.join(db, me, group, wishes, at))
    errors = _faults(form) if form.is_submitted() else []
    page = render_template(
        "start/join.html",
        group=group,
        organisation=organisations.one(db, group.organisation_id),
        moments=[moment for moment in groups.moments(db, group.id) if moment.state == "open"],
        joined=groups.joined(db, group.id),
        questionnaire=current.questionnaire(group.fingerprint),
        form=form,
        newcomer=newcomer(),
        errors=errors,
    )
    return (page, 400) if errors else page


def _place_for_me(group: Group) -> None:
    """Full when there is none left; who is in already keeps theirs."""
    here = current.who()
    is_in = here is not None and memberships.is_in(current.db(), here.owner, group.id)
    if not is_in and groups.is_full(current.db(), group):
        raise Full


def _faults(form: JoinForm) -> list[tuple[str, str]]:
    """What is missing; a form that came too late is nobody's field."""
    t = current.language()
    missing = [("counts", t("start.choose_counts"))] if "counts" in form.errors else []
    return missing or [("main", t("forms.expired"))]


@pages.route("/start/<slug:questionnaire>", methods=["GET", "POST"])
def alone(questionnaire: str) -> Response | str:
    """Begin on one's own, without a group."""
    wanted = current.latest(questionnaire)
    if AloneForm().validate_on_submit():
        return arrive(lambda db, me, at: begin_alone(db, me, wanted, at))
    return render_template("start/alone.html", questionnaire=wanted, newcomer=newcomer())


@pages.get("/who-sees-what")
def who_sees_what() -> str:
    """Who sees what, and what the promise about groups is worth."""
    return render_template("start/who-sees-what.html", floor=current.house().config.floor)


@pages.get("/privacy")
def privacy() -> str:
    """What is kept, why, how long, and by whom."""
    return render_template("start/privacy.html", config=current.house().config)


@pages.get("/accessibility")
def accessibility() -> str:
    """What is done so that everybody can use this, and where to tell that it fails."""
    return render_template("start/accessibility.html", config=current.house().config)


@pages.post("/language")
def language() -> Response:
    """Choose a language, and go back to where one was."""
    chosen = request.form.get("language", "")
    answer = redirect(local(request.form.get("next", "")))
    if chosen in LANGUAGES:
        answer.set_cookie(
            current.LANGUAGE_COOKIE,
            chosen,
            max_age=YEAR,
            httponly=True,
            secure=current.house().config.is_secure,
            samesite="Lax",
        )
    return answer
