"""Who may see what: one row for every route, and the guard that holds every request to it."""

from enum import Enum

from flask import Flask, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from reflect.web import current, roles


class Access(Enum):
    """Who may ask for a page."""

    ANYONE = "anyone"
    PERSON = "person"  # a professional; what is another's does not exist for them
    TRAINER = "trainer"  # the trainer of the group; a foreign group does not exist
    ADMINISTRATOR = "administrator"  # for all other staff these pages do not exist
    STAFF = "staff"  # of a trainer or an administrator; what they see follows from their roles


ROUTES: dict[str, Access] = {
    "start.home": Access.ANYONE,
    "start.find_group": Access.ANYONE,
    "start.join": Access.ANYONE,
    "start.alone": Access.ANYONE,
    "start.who_sees_what": Access.ANYONE,
    "start.privacy": Access.ANYONE,
    "start.accessibility": Access.ANYONE,
    "start.language": Access.ANYONE,
    "account.sign_in": Access.ANYONE,
    "account.sign_out": Access.ANYONE,
    "account.home": Access.PERSON,
    "account.code": Access.PERSON,
    "account.group": Access.PERSON,
    "account.leave_group": Access.PERSON,
    "mail.page": Access.PERSON,
    "mail.off": Access.PERSON,
    "mail.stop": Access.ANYONE,
    "recovery.page": Access.PERSON,
    "recovery.check": Access.PERSON,
    "recovery.off": Access.PERSON,
    "recovery.ask": Access.ANYONE,
    "recovery.link": Access.ANYONE,
    "rights.download": Access.PERSON,
    "rights.end_others": Access.PERSON,
    "rights.erase_reflection": Access.PERSON,
    "rights.erase": Access.PERSON,
    "rights.erased": Access.ANYONE,
    "reflections.mine": Access.PERSON,
    "reflections.begin": Access.PERSON,
    "reflections.resume": Access.PERSON,
    "reflections.section": Access.PERSON,
    "reflections.answers": Access.PERSON,
    "reflections.review": Access.PERSON,
    "reflections.submit": Access.PERSON,
    "goals.page": Access.PERSON,
    "goals.remove": Access.PERSON,
    "agenda.goals": Access.PERSON,
    "agenda.moment": Access.PERSON,
    "report.page": Access.PERSON,
    "report.pdf": Access.PERSON,
    "compare.page": Access.PERSON,
    "report.sheet": Access.PERSON,
    "report.sheet_text": Access.PERSON,
    "report.conversation": Access.PERSON,
    "staff.sign_in": Access.ANYONE,
    "staff.welcome": Access.ANYONE,
    "staff.sign_out": Access.ANYONE,
    "groups.mine": Access.TRAINER,
    "groups.new": Access.TRAINER,
    "groups.one": Access.TRAINER,
    "groups.renew_code": Access.TRAINER,
    "groups.stop_code": Access.TRAINER,
    "groups.open_next": Access.TRAINER,
    "plans.change": Access.TRAINER,
    "repairs.group": Access.TRAINER,
    "repairs.moment": Access.TRAINER,
    "repairs.combine": Access.TRAINER,
    "handing.offer": Access.TRAINER,
    "handing.withdraw": Access.TRAINER,
    "handing.take": Access.TRAINER,
    "handing.refuse": Access.TRAINER,
    "moments.close": Access.TRAINER,
    "moments.one": Access.TRAINER,
    "moments.export": Access.TRAINER,
    "present.picture": Access.TRAINER,
    "organisation.home": Access.STAFF,
    "organisation.groups": Access.STAFF,
    "organisation.export": Access.STAFF,
    "unions.one": Access.STAFF,
    "unions.present": Access.STAFF,
    "unions.export": Access.STAFF,
    "invitation.sheet": Access.TRAINER,
    "invitation.pdf": Access.TRAINER,
    "invitation.wall": Access.TRAINER,
    "picture.one": Access.PERSON,
    "evaluation.launch": Access.TRAINER,
    "evaluation.fill": Access.PERSON,
    "instruments.every": Access.ANYONE,
    "instruments.one": Access.ANYONE,
    "preview.start": Access.ANYONE,
    "preview.walk": Access.ANYONE,
    "preview.pdf": Access.ANYONE,
    "imports.every": Access.ADMINISTRATOR,
    "imports.file": Access.ADMINISTRATOR,
    "imports.upload": Access.ADMINISTRATOR,
    "imports.staged": Access.ADMINISTRATOR,
    "imports.publish": Access.ADMINISTRATOR,
    "trials.start": Access.ADMINISTRATOR,
    "trials.walk": Access.ADMINISTRATOR,
    "trials.pdf": Access.ADMINISTRATOR,
    "health.live": Access.ANYONE,
    "health.ready": Access.ANYONE,
}
KEEPS_WHAT_WAS_TYPED = {  # they see to it themselves
    "reflections.section",
    "reflections.answers",
    "evaluation.fill",
    "goals.page",
}
KNOWS_A_SECOND_CLICK = {"rights.erase"}  # when there is nobody left to be signed in
SIGN_IN = {
    Access.PERSON: "account.sign_in",
    Access.TRAINER: "staff.sign_in",
    Access.ADMINISTRATOR: "staff.sign_in",
    Access.STAFF: "staff.sign_in",
}
KIND = {
    Access.PERSON: "person",
    Access.TRAINER: "staff",
    Access.ADMINISTRATOR: "staff",
    Access.STAFF: "staff",
}


def guard(app: Flask) -> None:
    """Let nobody past who may not; a route without a row lets nobody past at all."""
    app.before_request(_admit)


def _admit() -> Response | None:
    if request.endpoint is None:
        return None  # there is no such page: 404 and 405 say so
    access = ROUTES.get(request.endpoint) or abort(404)
    if access is Access.ANYONE or _is_there(access):
        return abort(404) if access is Access.ADMINISTRATOR and not _administers() else None
    if request.method == "POST" and request.endpoint in KEEPS_WHAT_WAS_TYPED | KNOWS_A_SECOND_CLICK:
        return None
    return redirect(url_for(SIGN_IN[access]))


def _administers() -> bool:
    return roles.are("administrator")


def _is_there(access: Access) -> bool:
    here = current.who()
    if here is None or here.kind != KIND[access]:
        return False
    current.touch()
    return True
