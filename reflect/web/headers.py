"""What every answer carries: a strict policy for content, and no trace in any cache."""

from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask, Response, abort, request
from werkzeug.exceptions import BadHost

from reflect.web import current

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SECURE = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}
SAME = {"same-origin", "none"}
WATCHED = {"health.live", "health.ready", "metrics.page"}  # from beside the app, past the proxy
HERE = {"127.0.0.1", "localhost"}


def cover(app: Flask, *, secure: bool) -> None:
    """The headers go over whatever is answered, be it by WhiteNoise, and by nobody's page."""
    inner, always = app.wsgi_app, list((ALWAYS | (SECURE if secure else {})).items())
    ours = {name.lower() for name, _ in always}

    def covered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *fault: Any) -> Any:
            held = [one for one in headers if one[0].lower() not in ours] + always
            if not any(name.lower() == "cache-control" for name, _ in held):
                held.append(("Cache-Control", "no-store"))
            return start_response(status, held, *fault)

        return inner(environ, begin)

    app.wsgi_app = covered  # type: ignore[method-assign] # how WSGI is wrapped


def guard(app: Flask) -> None:
    """Refuse other names and changes that other sites ask for; and let no cache keep a page."""
    app.before_request(_own_name)
    app.before_request(_same_site)
    app.after_request(_uncached)


def _own_name() -> None:
    """Flask's TRUSTED_HOSTS refuses before there are addresses, so without a page that says so."""
    if isinstance(request.routing_exception, BadHost):
        raise request.routing_exception
    name = request.host.partition(":")[0]
    is_watching = request.endpoint in WATCHED and name in HERE
    if name != current.house().config.host_name and not is_watching:
        abort(400)


def _same_site() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site not in SAME:
        abort(403)
    # A client that sends neither is no browser on another site, so nobody is misled.
    if site is None and origin and origin != current.house().config.origin:
        abort(403)


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
