"""The way in: the start page, joining a group, beginning on one's own, and who sees what."""

from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from reflect.language import LANGUAGES
from reflect.records import groups, memberships, organisations, people, reminders, terms
from reflect.records.engine import Session
from reflect.records.groups import Full, Group
from reflect.records.people import Opened
from reflect.web import current, joining, promise
from reflect.web.arriving import arrive, begin_alone, newcomer
from reflect.web.forms import Form
from reflect.web.mailboxes import remind, reminded
from reflect.web.paths import local
from reflect.web.terms import kept, length
from reflect.web.wishing import JoinForm

pages = Blueprint("start", __name__)
YEAR = 365 * 24 * 60 * 60  # seconds that a chosen language is remembered


class CodeForm(Form):
    """A group's code, as it stands on the slide."""

    group_code = StringField()


class AloneForm(Form):
    """Nothing but the wish to begin."""


@pages.get("/")
def home() -> str:
    """The start page: a group's code, or one's own."""
    return render_template("start/home.html", questionnaires=current.shelf().reflections)


@pages.post("/")
def find_group() -> Response | tuple[str, int]:
    """To the page of the group whose code was typed, or back with what was typed."""
    typed = (CodeForm().group_code.data or "").strip()
    if typed and groups.recognised(current.db(), current.house().ring, typed):
        return redirect(url_for("start.join", code=typed))
    return _unknown(typed)


def _unknown(typed: str) -> tuple[str, int]:
    """The start page, with the code that nobody knows, as far as it can be shown."""
    page = render_template(
        "start/home.html",
        questionnaires=current.shelf().reflections,
        group_code="".join(filter(str.isprintable, typed)),
        errors=[("group_code", current.language()("start.unknown_group"))],
    )
    return page, 404


@pages.route("/join/<code>", methods=["GET", "POST"])
def join(code: str) -> Response | str | tuple[str, int]:
    """What this group is, who sees what, and the choice to count or not; a member has it made."""
    group, form = groups.recognised(current.db(), current.house().ring, code), JoinForm()
    if group is None:
        return _unknown(code)
    if form.validate_on_submit():  # joining itself refuses whom there is no place for
        return arrive(lambda db, me, at: _enter(db, me, group, form, at))
    is_in = _place_for_me(group)
    return redirect(url_for("account.group", group_id=group.id)) if is_in else _door(group, form)


def _enter(db: Session, me: Opened, group: Group, form: JoinForm, at: datetime) -> None:
    joining.join(db, me, group, form.wishes, at)
    remind(db, me, form.email.box if current.house().config.sends_mail else None, at)


def _place_for_me(group: Group) -> bool:
    """Whether somebody is in already, and keeps their place; Full when there is none left."""
    here = current.who()
    is_in = here is not None and memberships.is_in(current.db(), here.owner, group.id)
    if not is_in and groups.is_full(group):
        raise Full
    return is_in


def _door(group: Group, form: JoinForm) -> tuple[str, int]:
    db, errors = current.db(), form.faults()
    moments = groups.moments(db, group.id)
    is_ahead = current.house().config.sends_mail and reminders.possible(moments, current.now())
    page = render_template(
        "start/join.html",
        group=group,
        organisation=organisations.one(db, group.organisation_id),
        moments=[moment for moment in moments if moment.state == "open"],
        joined=group.taken,
        questionnaire=current.questionnaire(group.fingerprint),
        form=form,
        is_ahead=is_ahead,
        reminded=reminded() if is_ahead else None,
        newcomer=newcomer(),
        errors=errors,
    )
    return page, 400 if errors else 200


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
    t, floor = current.language(), current.house().config.floor
    return render_template(
        "start/who-sees-what.html",
        columns=promise.columns(t),
        rows=promise.rows(t, floor),
        parts=promise.parts(t, floor, mail=current.house().config.sends_mail),
    )


@pages.get("/privacy")
def privacy() -> str:
    """What is kept, about whom, why, how long, and what one can do."""
    t = current.language()
    return render_template(
        "start/privacy.html",
        config=current.house().config,
        kept=kept(t, mail=current.house().config.sends_mail),
        backup=length(t, terms.BACKUP),
    )


@pages.get("/accessibility")
def accessibility() -> str:
    """What is done so that everybody can use this, and where to tell that it fails."""
    return render_template("start/accessibility.html", config=current.house().config)


@pages.post("/language")
def language() -> Response:
    """Choose a language, and go back to where one was."""
    chosen, here = request.form.get("language", ""), current.who()
    if chosen in LANGUAGES and here is not None and here.kind == "person":
        with current.writing() as db:
            people.speak(db, here.owner, chosen)
            db.commit()
    answer = redirect(local(request.form.get("next", "")))
    if chosen in LANGUAGES:
        answer.set_cookie(
            current.cookie("language"),
            chosen,
            max_age=YEAR,
            httponly=True,
            secure=current.house().config.is_secure,
            samesite="Lax",
        )
    return answer
