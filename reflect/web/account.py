"""A professional's account: the code that opens it, signing in and out, being in a group."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField, StringField

from reflect.records import evaluations, memberships, people, recovery, reminders, sessions
from reflect.records.groups import Group, Membership
from reflect.web import current, joining, noting, whereabouts
from reflect.web.arriving import show_code
from reflect.web.carrying import give_back
from reflect.web.erasing import begun
from reflect.web.forms import Form
from reflect.web.signing import admitted, let_in, let_out
from reflect.web.wishing import WishForm

pages = Blueprint("account", __name__, url_prefix="/account")


class SignInForm(Form):
    """The personal code, and what was typed before the session ended."""

    code = StringField()
    carried = HiddenField()


@pages.get("")
def home() -> str:
    """My account: what is mine, and what I can do with it."""
    here, me = current.session(), current.me()
    return render_template(
        "account/home.html",
        joined=_joined(me.person_id),
        signed_in=whereabouts.of(here, me.key) if here else [],
        recovery=_left_over(me.person_id),
        lines=begun(me.person_id),
    )


def _left_over(person_id: str) -> recovery.Choice | None:
    """Recovery by mail that was chosen while there was a mail server, to be switched off."""
    house = current.house()
    return None if house.config.sends_mail else recovery.of(current.db(), house.ring, person_id)


def _joined(person_id: str) -> list[tuple[Membership, Group, bool]]:
    """The groups somebody is in, and whether all their moments are closed."""
    rows = memberships.of(current.db(), person_id)
    running = {group.id for _, group, moment in rows if moment.state != "closed"}
    whole = {group.id: (member, group, group.id not in running) for member, group, _ in rows}
    return list(whole.values())


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Response | str | tuple[str, int]:
    """With the personal code, and back to where somebody was."""
    form = SignInForm()
    if not form.is_submitted():
        return render_template("account/sign-in.html")
    me = people.recognised(current.db(), current.house().ring, form.code.data or "")
    if me is None:
        errors = [("code", current.language()("account.unknown_code"))]
        page = render_template("account/sign-in.html", carried=form.carried.data, errors=errors)
        return page, 400
    with current.writing() as db:
        people.carry_over(db, current.house().ring, me, form.code.data or "")
        sessions.end(db, current.token())
        token = admitted(db, me)
        db.commit()
    current.become(token)
    typed = give_back(form.carried.data, me) if form.carried.data else None
    onward = make_response(typed) if typed else redirect(url_for("reflections.mine"))
    return let_in(onward, token)


@pages.post("/sign-out")
def sign_out() -> Response:
    """The session ends here, and the browser forgets what it kept."""
    with current.writing() as db:
        sessions.end(db, current.token())
        db.commit()
    return let_out(redirect(url_for("start.home", said="signed_out")))


@pages.route("/code", methods=["GET", "POST"])
def code() -> Response | str:
    """A new personal code; from then on the old one opens nothing."""
    here = current.who()
    if here is None or not Form().validate_on_submit():
        return render_template("account/code.html")
    with current.writing() as db:
        fresh = people.renew_code(db, current.house().ring, here.owner, here.me.key)
        sessions.end_others(db, here)
        noting.note_person(db, "code-renewed")
        db.commit()
    return show_code(fresh, is_new=False)


@pages.route("/groups/<id:group_id>", methods=["GET", "POST"])
def group(group_id: str) -> Response | tuple[str, int]:
    """A group that somebody is in: whether their answers count, and another wish."""
    db, me = current.db(), current.me()
    group = memberships.one(db, me.person_id, group_id)
    member = next(one for one, of, _ in memberships.of(db, me.person_id) if of.id == group_id)
    preset = {"counts": "yes" if member.counts else "no", "research": member.research}
    form = WishForm(data=preset)
    if form.validate_on_submit():
        with current.writing() as db:
            joining.join(db, me, group, form.wishes, current.now())
            db.commit()
        return redirect(url_for("reflections.mine"))
    errors = form.faults()
    page = render_template(
        "account/group.html", group=group, member=member, form=form, errors=errors
    )
    return page, 400 if errors else 200


@pages.route("/groups/<id:group_id>/leave", methods=["GET", "POST"])
def leave_group(group_id: str) -> Response | str:
    """Leave a group: what was given to an open moment goes; one's own answers stay."""
    me = current.me()
    group = memberships.one(current.db(), me.person_id, group_id)
    if not Form().validate_on_submit():
        evaluation = evaluations.of_group(current.db(), group_id)
        return render_template("account/leave-group.html", group=group, evaluation=evaluation)
    with current.writing() as db:
        memberships.withdraw(db, me.person_id, group_id)
        reminders.leave(db, current.house().ring, me, group_id)
        noting.note_person(db, "left")
        db.commit()
    return redirect(url_for("reflections.mine", said="left"))
