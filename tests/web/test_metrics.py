"""Whoever watches an instance reads figures about it, and none about anybody in it."""

import gc
import re

import pytest

from reflect.app import create_app
from reflect.records import audit
from reflect.records.audit import NIGHT, Event
from reflect.web import reflections
from reflect.web.meters import FOLDER
from tests.tripwire import Tripwire
from tests.web.reflecting import somebody

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
TOKEN = "0123456789abcdef" * 2
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """One folder for all apps of this process: prometheus_client chooses it once."""
    yield tmp_path_factory.mktemp("metrics")
    for file in [one for one in gc.get_objects() if type(one).__name__ == "MmapedDict"]:
        file.close()  # it would leave that to the end of the process


@pytest.fixture
def served(database, tmp_path, clock, counted, monkeypatch):
    """An app with these settings."""
    monkeypatch.setenv(FOLDER, str(counted))
    url, apps = database.url.render_as_string(hide_password=False), []

    def of(**settings):
        apps.append(create_app(instance=tmp_path, database_url=url, clock=clock, **settings))
        apps[-1].test_client_class = Tripwire
        return apps[-1]

    yield of
    for app in apps:
        app.extensions["reflect"].database.close()


def figures(app) -> dict[str, float]:
    """Each figure by its name with labels."""
    text = app.test_client().get("/metrics", headers=WITH_TOKEN).text
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in lines}


def test_what_people_do_is_counted_together_and_only_a_fault_names_its_page(served, monkeypatch):
    app = served(metrics=TOKEN)
    noor = somebody(app)
    before = figures(app)
    noor.see("/reflections")
    noor.submitted()
    app.test_client().get("/groups")
    monkeypatch.setattr(reflections, "overview", lambda *_: 1 / 0)
    app.testing = False  # as it is served
    assert noor.browser.get("/reflections").status_code == 500

    told = figures(app)

    grown = {name for name in told if told[name] > before.get(name, 0)}
    routes = {found[1] for name in grown if (found := re.search(r'route="(.*?)"', name))}
    assert routes == {"people", "/groups", "/reflections", "/metrics"}
    assert 'reflect_requests_total{route="/reflections",status="5xx"}' in grown
    assert not [name for name in grown if "/reflections" in name and "5xx" not in name]
    assert not [name for name in told if noor.me.person_id in name or noor.code in name]


def test_the_condition_of_the_instance_is_told_in_figures(served, clock):
    app = served(metrics=TOKEN)
    house = app.extensions["reflect"]
    with house.database.writing() as db:
        audit.note(db, house.ring, Event("instance:night", NIGHT), clock())
        db.commit()
    told = figures(app)
    assert told['reflect_done_timestamp_seconds{part="night"}'] == clock().timestamp()
    assert 'reflect_done_timestamp_seconds{part="backup"}' not in told
    assert (told['reflect_well{part="night"}'], told['reflect_well{part="backup"}']) == (1, 0)
    assert told["reflect_mail_late"] == 0
    assert told["reflect_disk_free_bytes"] > 0


def test_they_are_for_who_has_the_token(served):
    browser = served(metrics=TOKEN).test_client()
    for held in ("", TOKEN, f"Bearer {TOKEN}x", f"Basic {TOKEN}", "Bearer \xe9"):
        assert browser.get("/metrics", headers={"Authorization": held}).status_code == 404
    answer = browser.get("/metrics", headers=WITH_TOKEN)
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")


def test_or_for_this_machine_itself_past_the_proxy_and_by_its_own_name(served):
    browser = served(metrics="loopback", base_url="https://reflect.example").test_client()
    beside = {"base_url": "http://127.0.0.1:8000"}
    assert browser.get("/metrics", **beside).status_code == 200
    assert browser.get("/health/ready", **beside).status_code == 200
    assert browser.get("/", **beside).status_code == 400
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert browser.get("/metrics", environ_overrides=far, **beside).status_code == 404
    passed_on = {"X-Forwarded-For": "127.0.0.1"}
    assert browser.get("/metrics", headers=passed_on, **beside).status_code == 404
