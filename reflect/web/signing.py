"""The session's cookie: put at signing in, taken away with all else at signing out."""

from werkzeug.wrappers import Response

from reflect.web import current

FORGET = '"cache", "cookies", "storage"'


def let_in(response: Response, token: str) -> Response:
    """The answer, with the token of a new session; it ends with the browser at the latest."""
    response.set_cookie(
        current.cookie_name(),
        token,
        path="/",
        secure=current.house().config.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def let_out(response: Response) -> Response:
    """The answer, with the wish that the browser forgets this site: the device may be shared."""
    response.delete_cookie(
        current.cookie_name(),
        path="/",
        secure=current.house().config.is_secure,
        httponly=True,
        samesite="Lax",
    )
    response.headers["Clear-Site-Data"] = FORGET
    return response
