"""The administrator's questionnaires: all there are, a new one uploaded, looked at, published."""

import json
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import Questionnaire
from reflect.questionnaire.pieces import shown
from reflect.records import imports as records
from reflect.reports import Document
from reflect.web import beside, current, noting, trainer, uploads
from reflect.web.documents import download
from reflect.web.forms import Form
from reflect.web.uploads import Own, Read

pages = Blueprint("imports", __name__, url_prefix="/admin/questionnaires")

Page = Response | str | tuple[str, int]


@dataclass(frozen=True)
class Version:
    """A version that anybody can begin with, and the day of its import; none for a file."""

    questionnaire: Questionnaire
    day: date | None


@pages.get("")
def every() -> str:
    """Every questionnaire with its versions, and one's own uploads that wait."""
    shelf, at = current.shelf(), current.now()
    days = {row.fingerprint: row.published for row in records.published(current.db())}
    shown = [
        (newest, [Version(one, days.get(one.fingerprint)) for one in _versions(newest)])
        for newest in shelf.current
    ]
    waiting = [uploads.own(row.id) for row in records.waiting(current.db(), trainer.me(), at)]
    return render_template("imports/every.html", questionnaires=shown, waiting=waiting)


@pages.get("/<slug:questionnaire>/<int:version>.json")
def file(questionnaire: str, version: int) -> Response:
    """A version as a file, to write the next one from."""
    offered = {(one.id, one.version): one for one in current.shelf()}
    chosen = offered.get((questionnaire, version)) or abort(404)
    plain = json.dumps(json.loads(chosen.canonical), ensure_ascii=False, indent=2)
    name = f"{chosen.id}-{chosen.version}.json"
    return download(Document(name, "application/json", f"{plain}\n".encode()))


@pages.route("/import", methods=["GET", "POST"])
def upload() -> Page:
    """Choose a file; what is wrong with it is told in full, what is right waits for a day."""
    if not uploads.make_room():
        return _refused(uploads.too_large())
    form = Form()
    if not form.is_submitted():
        return render_template("imports/upload.html")
    if not form.validate():
        return redirect(url_for("imports.upload", said="again"))
    read = uploads.received()
    if read is None:
        errors = [(uploads.NAME, current.language()("imports.no_file"))]
        return render_template("imports/upload.html", errors=errors), 400
    return _stage(read) if read.is_usable else _refused(read)


def _refused(read: Read, free: int | None = None) -> Page:
    """What is wrong with the file, and the form to choose it again; free: a version to call it."""
    return render_template("imports/upload.html", read=read, free=free), 400


def _stage(read: Read) -> Page:
    """Keep it for a day, unless it is there already or clashes with what is."""
    questionnaire, at = read.questionnaire, current.now()
    if beside.is_there(questionnaire):
        return render_template("imports/upload.html", there=questionnaire)
    if faults := beside.clashes(current.db(), questionnaire):
        free = beside.next_version(current.db(), questionnaire)
        return _refused(replace(read, faults=faults), free)
    with current.writing() as db:
        row = records.stage(db, trainer.me(), questionnaire.fingerprint, read.text, at)
        noting.note(db, "questionnaire:uploaded", _name(questionnaire))
        db.commit()
    return redirect(url_for("imports.staged", staged_id=row))


@pages.get("/staged/<id:staged_id>")
def staged(staged_id: str) -> Page:
    """An upload of one's own: what it is, what differs, and the ways to look at it and publish."""
    own = uploads.own(staged_id)
    if beside.is_there(own.questionnaire):
        return redirect(url_for("imports.every"))
    return _looked_at(own)


@pages.post("/staged/<id:staged_id>/publish")
def publish(staged_id: str) -> Page:
    """From now on anybody may begin with it; a second click is the same."""
    own = uploads.own(staged_id)
    if not Form().validate_on_submit():
        return redirect(url_for("imports.staged", staged_id=staged_id, said="again"))
    with current.writing() as db:
        records.claim(db)
        faults = beside.clashes(db, own.questionnaire)
        if not faults:
            if records.publish(db, own.questionnaire, current.now().date()):
                noting.note(db, "questionnaire:published", _name(own.questionnaire))
            db.commit()
    if faults:
        free = beside.next_version(current.db(), own.questionnaire)
        return _looked_at(own, replace(own.read, faults=faults), free), 409
    return redirect(url_for("imports.every", said="questionnaire_published"))


def _looked_at(own: Own, clashing: Read | None = None, free: int | None = None) -> str:
    """The page of an upload; clashing: what came between since it was uploaded."""
    newest = {one.id: one for one in current.shelf().current}.get(own.questionnaire.id)
    return render_template(
        "imports/staged.html",
        own=own,
        questionnaire=own.questionnaire,
        beside=beside.beside(own.questionnaire),
        newest=newest,
        clashing=clashing,
        free=free,
        shown=shown,
    )


def _name(questionnaire: Questionnaire) -> str:
    return f"{questionnaire.id}-{questionnaire.version}"


def _versions(newest: Questionnaire) -> list[Questionnaire]:
    """All versions of a questionnaire, the newest first."""
    same = [one for one in current.shelf() if one.id == newest.id]
    return sorted(same, key=lambda one: -one.version)
