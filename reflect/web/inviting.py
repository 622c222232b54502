"""People are invited to a group by mail: pasted, looked at, tested on oneself, and then sent."""

import secrets
from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import dispatches
from reflect.web import access, current, noting
from reflect.web.access import Access
from reflect.web.invitees import TESTED, Draft, Faults, InviteForm, faults
from reflect.web.parcels import sealed

pages = Blueprint("inviting", __name__)

Page = Response | str | tuple[str, int]


@pages.route("/groups/<id:group_id>/invite", methods=["GET", "POST"])
def page(group_id: str) -> Page:
    """A press, a step; what was pasted rides along, and nothing of it is kept before it is sent."""
    draft = Draft(group_id, form := InviteForm())
    if not access.is_there(Access.TRAINER):
        return hold(draft)
    if not current.house().config.sends_mail or (draft.code is None and not form.is_submitted()):
        return redirect(url_for("groups.one", group_id=group_id))  # which says why
    if not form.is_submitted() or form.step.data == "change":
        return paste(draft)
    if form.step.data == "send" and was_sent(draft):
        return redirect(url_for("groups.one", group_id=group_id, said="invited"))
    if found := faults(draft):
        return paste(draft, found)
    return {"test": try_out, "send": send}.get(form.step.data or "", look)(draft)


def paste(draft: Draft, found: Faults | None = None) -> Page:
    """The page to paste on, with what was pasted."""
    body = render_template("inviting/paste.html", draft=draft, errors=found)
    return (body, 400) if found else body


def look(draft: Draft, tested: str = "", found: Faults | None = None) -> Page:
    """The very mail, to whom it goes, and what comes first."""
    subject, text = draft.mail
    body = render_template(
        "inviting/look.html",
        draft=draft,
        subject=subject,
        text=text,
        sender=current.house().config.mail_sender,
        once=secrets.token_urlsafe(16),
        tested=tested or (draft.form.tested.data if draft.is_tested else ""),
        errors=found,
    )
    return (body, 400) if found else body


def try_out(draft: Draft) -> Page:
    """The mail goes to oneself first; twice the same press, one mail."""
    if not dispatched(draft, [draft.own or ""]):
        return paste(draft, faults(draft))
    return look(draft, sealed(draft.proof, TESTED))


def send(draft: Draft) -> Page:
    """The mail goes to everybody, once it came to oneself."""
    if not draft.is_tested:
        return look(draft, found=[("test", current.language()("inviting.not_tested"))])
    if not draft.form.arrived.data:
        return look(draft, found=[("arrived", current.language()("inviting.not_arrived"))])
    if not dispatched(draft, draft.pasted.addresses):
        return paste(draft, faults(draft))
    return redirect(url_for("groups.one", group_id=draft.group_id, said="invited"))


def dispatched(draft: Draft, to: Sequence[str]) -> bool:
    """Into the outbox, once for this press; False where it is too much for a day."""
    ring, at, what = current.house().ring, current.now(), draft.invitation()
    with current.writing() as db:
        is_on_its_way = dispatches.send(db, ring, what, to, at)
        if is_on_its_way:
            noting.note(db, "group:invited", draft.group_id, str(len(to)))
        db.commit()
    return is_on_its_way


def was_sent(draft: Draft) -> bool:
    """Whether this very press was made before: a double click, or a lost reply."""
    return dispatches.is_sent(current.db(), current.house().ring, draft.invitation().once)


def hold(draft: Draft) -> Page:
    """A session ends soon: what was pasted stays in this page, sealed, until who typed is back."""
    return render_template("inviting/held.html", carried=draft.carried), 401
