"""What weighs heavily: the requests that ask for a fresh proof, and the pages they come from."""

from flask import current_app, request, url_for

ASKS = {  # what asks for it, and the page that one comes from
    "moments.close": "moments.close",
    "moments.export": "moments.one",
    "organisation.export": "organisation.home",
    "unions.export": "unions.one",
    "handing.offer": "handing.offer",
    "handing.take": "groups.mine",
    "imports.publish": "imports.staged",
    "authenticator.page": "credentials.home",
    "authenticator.renew": "credentials.home",
    "credentials.password": "credentials.home",
    "colleagues.invite": "colleagues.invite",
    "colleagues.give": "colleagues.one",
    "colleagues.take": "colleagues.one",
    "colleagues.link": "colleagues.one",
    "colleagues.end": "colleagues.end",
}
FIRST = {"credentials.password"}  # asks before it is typed in: a password never rides along


def weighs() -> bool:
    """Whether the request does something, where a page asks first by a form."""
    if request.endpoint not in ASKS or request.url_rule is None:
        return False
    has_form = request.endpoint not in FIRST and "POST" in (request.url_rule.methods or ())
    return request.method == "POST" or not has_form


def origin() -> str:
    """The page that one comes from, of the same group or moment."""
    page = ASKS[request.endpoint or ""]
    places = next(current_app.url_map.iter_rules(page)).arguments
    asked = (request.view_args or {}).items()
    return url_for(page, **{name: one for name, one in asked if name in places})


def onward() -> str | None:
    """Where somebody goes on once it is proved; None where a form that was sent goes on itself."""
    if request.endpoint in FIRST:
        return request.path
    return None if request.method == "POST" else origin()
