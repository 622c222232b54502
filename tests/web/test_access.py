"""Who may ask for what: one row a route, and the guard that holds every request to it."""

import pytest

from reflect.web.access import ROUTES, Access
from tests.web.importing import ADMINISTRATOR
from tests.web.reflecting import somebody
from tests.web.routes import routes

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HOME, WORK, HALFWAY = "/account/sign-in", "/staff/sign-in", "/staff/code"
STAFF = {"trainer", "administrator"}  # an administrator may train; no group is theirs then
OF_STAFF = {Access.TRAINER, Access.STAFF, Access.ARRIVING}
KEEPS = {
    ("reflections.section", "POST"),
    ("reflections.answers", "POST"),
    ("evaluation.fill", "POST"),
    ("goals.page", "POST"),
    ("inviting.page", "POST"),
}


def test_every_route_has_a_row_and_every_row_a_route(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_a_route_without_a_row_lets_nobody_past(app, noor):
    app.add_url_rule("/new", "new", lambda: "new")  # before the first request: as a page would
    assert noor.browser.get("/new").status_code == 404


def door(access, who):
    """Where somebody is sent who may not see a page, or not yet."""
    if access is Access.PERSON:
        return HOME
    return HALFWAY if who == "halfway" else WORK


def may(access, who):
    """Whether a page is for them."""
    if who in STAFF and access in OF_STAFF:
        return True
    if who == "halfway" and access is Access.ARRIVING:
        return True
    return access is Access.ANYONE or access.value == who


@pytest.mark.parametrize("who", ["nobody", "person", "halfway", "trainer", "administrator"])
def test_every_route_lets_past_whom_its_row_names_and_no_other(app, training, who):
    training.trainer()
    training.trainer(ADMINISTRATOR, role="administrator")
    browsers = {
        "person": lambda: somebody(app).browser,
        "halfway": lambda: training.halfway(ADMINISTRATOR),
        "trainer": training.signed_in,
        "administrator": lambda: training.signed_in(ADMINISTRATOR),
    }
    browser = browsers[who]() if who in browsers else None
    last = sorted(routes(app), key=lambda route: route[0].endswith(("sign_out", "sign_in")))
    for endpoint, method, path in last:
        answer = (browser or app.test_client()).open(path, method=method)
        access = ROUTES[endpoint]
        if may(access, who):
            sent_away = answer.location in (HOME, WORK)
            assert not sent_away or endpoint.endswith("sign_out"), path
        elif access is Access.ADMINISTRATOR and who in STAFF:
            assert answer.status_code == 404, path
        elif (endpoint, method) in KEEPS:
            assert answer.status_code == 401, path
        else:
            assert (answer.status_code, answer.location) == (302, door(access, who)), path
