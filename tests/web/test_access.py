"""Who may ask for what: one row a route, and the guard that holds every request to it."""

import pytest

from reflect.web.access import ROUTES, Access
from tests.web.importing import ADMINISTRATOR
from tests.web.reflecting import somebody
from tests.web.routes import routes

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
DOORS = {
    Access.PERSON: "/account/sign-in",
    Access.TRAINER: "/staff/sign-in",
    Access.ADMINISTRATOR: "/staff/sign-in",
}
STAFF = {"trainer", "administrator"}  # an administrator may train; no group is theirs then
KEEPS = {
    ("reflections.section", "POST"),
    ("reflections.answers", "POST"),
    ("evaluation.fill", "POST"),
    ("goals.page", "POST"),
}


def test_every_route_has_a_row_and_every_row_a_route(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_a_route_without_a_row_lets_nobody_past(app, noor):
    app.add_url_rule("/new", "new", lambda: "new")  # before the first request: as a page would
    assert noor.browser.get("/new").status_code == 404


@pytest.mark.parametrize("who", ["nobody", "person", "trainer", "administrator"])
def test_every_route_lets_past_whom_its_row_names_and_no_other(app, training, who):
    training.trainer()
    training.trainer(ADMINISTRATOR, role="administrator")
    browsers = {
        "person": somebody(app).browser,
        "trainer": training.signed_in(),
        "administrator": training.signed_in(ADMINISTRATOR),
    }
    last = sorted(routes(app), key=lambda route: route[0].endswith("sign_out"))
    for endpoint, method, path in last:
        browser = browsers.get(who) or app.test_client()
        answer = browser.open(path, method=method)
        access = ROUTES[endpoint]
        may = access is Access.ANYONE or access.value == who
        if may or (access is Access.TRAINER and who in STAFF):
            assert answer.location not in DOORS.values() or endpoint.endswith("sign_out"), path
        elif access is Access.ADMINISTRATOR and who in STAFF:
            assert answer.status_code == 404, path
        elif (endpoint, method) in KEEPS:
            assert answer.status_code == 401, path
        else:
            assert (answer.status_code, answer.location) == (302, DOORS[access]), path
