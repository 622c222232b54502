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
    ARRIVING = "arriving"  # staff, be it that a code is still to come
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
    "rights.end_session": Access.PERSON,
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
    "authenticator.code": Access.ARRIVING,
    "authenticator.page": Access.ARRIVING,
    "authenticator.renew": Access.STAFF,
    "fresh.confirm": Access.STAFF,
    "credentials.home": Access.STAFF,
    "credentials.password": Access.STAFF,
    "credentials.end_session": Access.STAFF,
    "credentials.end_others": Access.STAFF,
    "credentials.know": Access.STAFF,
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
    "inviting.page": Access.TRAINER,
    "picture.one": Access.PERSON,
    "evaluation.launch": Access.TRAINER,
    "evaluation.fill": Access.PERSON,
    "instruments.every": Access.ANYONE,
    "instruments.one": Access.ANYONE,
    "preview.start": Access.ANYONE,
    "preview.walk": Access.ANYONE,
    "preview.pdf": Access.ANYONE,
    "admin.home": Access.ADMINISTRATOR,
    "admin.health": Access.ADMINISTRATOR,
    "organisations.every": Access.ADMINISTRATOR,
    "organisations.rename": Access.ADMINISTRATOR,
    "audit.every": Access.ADMINISTRATOR,
    "imports.every": Access.ADMINISTRATOR,
    "imports.file": Access.ADMINISTRATOR,
    "imports.upload": Access.ADMINISTRATOR,
    "imports.staged": Access.ADMINISTRATOR,
    "imports.publish": Access.ADMINISTRATOR,
    "trials.start": Access.ADMINISTRATOR,
    "trials.walk": Access.ADMINISTRATOR,
    "trials.pdf": Access.ADMINISTRATOR,
    "colleagues.every": Access.ADMINISTRATOR,
    "colleagues.invite": Access.ADMINISTRATOR,
    "colleagues.one": Access.ADMINISTRATOR,
    "colleagues.give": Access.ADMINISTRATOR,
    "colleagues.take": Access.ADMINISTRATOR,
    "colleagues.link": Access.ADMINISTRATOR,
    "colleagues.end": Access.ADMINISTRATOR,
    "security.contact": Access.ANYONE,
    "health.live": Access.ANYONE,
    "health.ready": Access.ANYONE,
    "metrics.page": Access.ANYONE,  # it looks itself who asks
}
KEEPS_WHAT_WAS_TYPED = {  # they see to it themselves
    "reflections.section",
    "reflections.answers",
    "evaluation.fill",
    "goals.page",
    "inviting.page",
}
KNOWS_A_SECOND_CLICK = {"rights.erase"}  # when there is nobody left to be signed in
SIGN_IN = {"person": "account.sign_in", "staff": "staff.sign_in"}


def guard(app: Flask) -> None:
    """Let nobody past who may not; a route without a row lets nobody past at all."""
    app.before_request(_admit)


def _admit() -> Response | None:
    if request.endpoint is None:
        return None  # there is no such page: 404 and 405 say so
    access = ROUTES.get(request.endpoint) or abort(404)
    if access is Access.ANYONE or is_there(access):
        return abort(404) if access is Access.ADMINISTRATOR and not _administers() else None
    if request.method == "POST" and request.endpoint in KEEPS_WHAT_WAS_TYPED | KNOWS_A_SECOND_CLICK:
        return None
    return redirect(url_for(_door(access)))


def _door(access: Access) -> str:
    """Where somebody comes in who is not there yet; staff may be halfway."""
    here = current.session()
    is_halfway = here is not None and not here.is_whole
    if _kind(access) == "staff" and is_halfway:
        return "authenticator.code"
    return SIGN_IN[_kind(access)]


def _kind(access: Access) -> str:
    return "person" if access is Access.PERSON else "staff"


def _administers() -> bool:
    return roles.are("administrator")


def is_there(access: Access) -> bool:
    """Whether who asks may see pages of this kind; it keeps their session alive."""
    here = current.session() if access is Access.ARRIVING else current.who()
    if here is None or here.kind != _kind(access):
        return False
    current.touch()
    return True
