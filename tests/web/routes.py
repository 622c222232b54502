"""Every route of the app, with what a test can put in its address."""

from tests.web.reflecting import QUESTIONNAIRE

NOBODY = "0" * 22  # an id that no record has
CODE = "7777-7777"
PLACES = {
    "code": CODE,
    "group_id": NOBODY,
    "kind": "csv",
    "moment_id": NOBODY,
    "number": "1",
    "organisation_id": NOBODY,
    "place": "0123456789abcdef-after-1",
    "questionnaire": QUESTIONNAIRE,
    "response_id": NOBODY,
    "role_id": NOBODY,
    "section": "signalen",
    "session_id": NOBODY,
    "staff_id": NOBODY,
    "staged_id": NOBODY,
    "token": "nobody-was-invited-with-this",
    "union_id": NOBODY,
    "version": 1,
}


def routes(app):
    """(endpoint, method, address) of each route and method, the addresses filled in."""
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods & {"GET", "POST"}):
            yield rule.endpoint, method, address(app, rule)


def address(app, rule, **places):
    """The address of a route, with these places and the usual ones for the others."""
    with app.test_request_context(base_url="http://127.0.0.1:8000"):
        built = app.url_map.bind("127.0.0.1").build(
            rule.endpoint, {name: (PLACES | places)[name] for name in rule.arguments}
        )
    return built.removeprefix("http://127.0.0.1")
