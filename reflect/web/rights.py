"""A professional's rights: to take everything along, to erase one reflection or everything."""

from threading import BoundedSemaphore

from flask import (
    Blueprint,
    Response,
    abort,
    redirect,
    render_template,
    stream_with_context,
    url_for,
)
from werkzeug.wrappers import Response as Answer

from reflect.records import erasure, responses
from reflect.records.sessions import Current
from reflect.reports.archive import archive
from reflect.web import current, noting, whereabouts
from reflect.web.erasing import EraseForm, about, backup, begun, settle
from reflect.web.forms import Form
from reflect.web.keepsake import entries
from reflect.web.signing import let_out

pages = Blueprint("rights", __name__, url_prefix="/account")
AT_ONCE = BoundedSemaphore(1)  # downloads in a process: its other thread goes on with pages


@pages.post("/download")
def download() -> Answer:
    """Everything about who asks, as one file that is made while it is sent; few at a time."""
    me, at = current.me(), current.now()
    if not Form().validate():
        return redirect(url_for("account.home", said="again"))
    own = [response.id for response in responses.of(current.db(), me.person_id)]
    current.rest()
    if not AT_ONCE.acquire(blocking=False):
        return redirect(url_for("account.home", said="download_busy"))
    sent = stream_with_context(archive(entries(me, own), at))
    answer = Response(sent, mimetype="application/zip")
    answer.call_on_close(AT_ONCE.release)  # sent whole, or the browser went away
    name = f"reflect-{at.date().isoformat()}.zip"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@pages.post("/sessions")
def end_others() -> Answer:
    """Sign out everywhere else."""
    return whereabouts.end_others(_here(), "account.home")


@pages.post("/sessions/<id:session_id>/end")
def end_session(session_id: str) -> Answer:
    """Sign out at one other place."""
    return whereabouts.end(_here(), session_id, "account.home")


def _here() -> Current:
    return current.who() or abort(404)


@pages.route("/reflections/<id:response_id>/erase", methods=["GET", "POST"])
def erase_reflection(response_id: str) -> Answer | tuple[str, int]:
    """Erase one reflection, after what that does and a choice."""
    me, form = current.me(), EraseForm()
    if form.is_second(me.person_id, response_id):
        return redirect(url_for("reflections.mine", said="erased"))
    responses.one(current.db(), me.person_id, response_id)
    if not form.validate_on_submit():
        return _asked_of_one(me.person_id, response_id, form)
    if form.sure.data == "no":
        return redirect(url_for("account.home"))
    with current.writing() as db:
        responses.erase(db, me.person_id, response_id)
        noting.note_person(db, "reflection-erased")
        db.commit()
    settle()
    return redirect(url_for("reflections.mine", said="erased"))


def _asked_of_one(person_id: str, response_id: str, form: EraseForm) -> tuple[str, int]:
    (line,) = [one for one in begun(person_id) if one.response and one.response.id == response_id]
    errors = form.faults()
    page = render_template(
        "rights/erase-reflection.html",
        line=line,
        about=about(person_id, response_id),
        backup=backup(),
        errors=errors,
    )
    return page, 400 if errors else 200


@pages.route("/erase", methods=["GET", "POST"])
def erase() -> Answer | tuple[str, int]:
    """Erase everything, after what that does and a choice."""
    here, form = current.who(), EraseForm()
    if here is None or here.kind != "person":  # a second click, when there is no session any more
        return redirect(url_for("rights.erased" if form.is_second() else "account.sign_in"))
    if not form.validate_on_submit():
        errors = form.faults()
        page = render_template(
            "rights/erase.html", about=about(here.owner), backup=backup(), errors=errors
        )
        return page, 400 if errors else 200
    if form.sure.data == "no":
        return redirect(url_for("account.home"))
    with current.writing() as db:
        erasure.erase(db, current.house().ring, here.me)
        noting.note_person(db, "erased")
        db.commit()
    settle()
    return let_out(redirect(url_for("rights.erased")))


@pages.get("/erased")
def erased() -> Answer | str:
    """Farewell: everything is gone; not for somebody who is still there."""
    here = current.who()
    if here is not None and here.kind == "person":
        return redirect(url_for("account.home"))
    return render_template("rights/erased.html")
