"""What every answer carries: a strict policy for content, and no trace in any cache."""

from collections.abc import Callable, MutableMapping

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


def of_static(*, secure: bool) -> Callable[[MutableMapping[str, str], str, str], None]:
    """The headers of a file that never changes, for WhiteNoise."""

    def add(headers: MutableMapping[str, str], _path: str, _url: str) -> None:
        for name, value in {**ALWAYS, **(SECURE if secure else {})}.items():
            headers[name] = value

    return add


def guard(app: Flask) -> None:
    """Refuse other names and changes that other sites ask for; headers on every answer."""
    app.before_request(_own_name)
    app.before_request(_same_site)
    app.after_request(_protect)


def _own_name() -> None:
    """Flask's TRUSTED_HOSTS refuses before there are addresses, so without a page that says so."""
    if isinstance(request.routing_exception, BadHost):
        raise request.routing_exception
    if request.host.partition(":")[0] != current.house().config.host_name:
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


def _protect(response: Response) -> Response:
    response.headers.update(ALWAYS)
    if current.house().config.is_secure:
        response.headers.update(SECURE)
    response.headers["Cache-Control"] = "no-store"
    return response
