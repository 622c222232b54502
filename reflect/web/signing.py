"""The session's cookie: put at signing in, taken away with all else at signing out."""

from werkzeug.wrappers import Response

from reflect.records import looks, sessions
from reflect.records.engine import Session
from reflect.records.people import Opened
from reflect.web import current, devices

FORGET = '"cache", "cookies", "storage"'
FORGET_BUT_DEVICE = '"cache", "storage"'  # the device of staff stays known


def admitted(db: Session, me: Opened) -> str:
    """A session of a person, who recognises its device by how it looks; gives its token."""
    owner, key = me.person_id, me.key
    token = sessions.begin(db, kind="person", owner=owner, key=key, at=current.now())
    sessions.mark(db, token, looks.of_person(devices.looks(), owner, key))
    return token


def let_in(response: Response, token: str) -> Response:
    """The answer, with the token of a new session; it ends with the browser at the latest."""
    response.set_cookie(
        current.cookie("session"),
        token,
        path="/",
        secure=current.house().config.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def let_out(response: Response) -> Response:
    """The answer, with the wish that the browser forgets this site: the device may be shared."""
    return _without(response, FORGET)


def let_go(response: Response) -> Response:
    """The same for staff; what says that they were here before stays, or each device were new."""
    return _without(response, FORGET_BUT_DEVICE)


def _without(response: Response, forget: str) -> Response:
    response.delete_cookie(
        current.cookie("session"),
        path="/",
        secure=current.house().config.is_secure,
        httponly=True,
        samesite="Lax",
    )
    response.headers["Clear-Site-Data"] = forget
    return response
