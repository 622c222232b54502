"""Every page in every state, on a desk in the light and a phone in the dark: axe finds nothing."""

import shutil

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask, request, request_started

from reflect.records.engine import Database
from tests.conftest import Clock
from tests.journeys import (  # the lists of states
    states_of_administration,
    states_of_change,
    states_of_evaluations,
    states_of_faults,
    states_of_goals,
    states_of_groups,
    states_of_imports,
    states_of_inviting,
    states_of_keeping,
    states_of_mail,
    states_of_moments,
    states_of_organisations,
    states_of_people,
    states_of_presenting,
    states_of_previews,
    states_of_reflections,
    states_of_repairs,
    states_of_rights,
    states_of_staff,
    states_of_trainers,
    states_of_unsent,
)
from tests.journeys.browsing import Device
from tests.journeys.scene import VISITS, Scene
from tests.journeys.serving import serving
from tests.journeys.world import World

ROOMS = (
    states_of_administration,
    states_of_change,
    states_of_evaluations,
    states_of_faults,
    states_of_goals,
    states_of_groups,
    states_of_imports,
    states_of_inviting,
    states_of_keeping,
    states_of_mail,
    states_of_moments,
    states_of_organisations,
    states_of_people,
    states_of_presenting,
    states_of_previews,
    states_of_reflections,
    states_of_repairs,
    states_of_rights,
    states_of_staff,
    states_of_trainers,
    states_of_unsent,
)
# Every rule at both widths, and the colours of both schemes, which do not change with the width.
LOOKS = ((1280, "light"), (320, "dark"))
NO_SUCH_METHOD = 405  # no route is asked then
RUN = """async () => (await axe.run(document, {preload: false,
  resultTypes: ["violations"]})).violations.map((one) =>
  `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`)"""
OPEN = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def stage(browser, sqlite_template, tmp_path_factory):
    """One app, one device and one tab for all visits: what a visit needs, it makes itself."""
    folder, clock = tmp_path_factory.mktemp("stage"), Clock()
    shutil.copy(sqlite_template, folder / "reflect.db")
    people = {"controller": "Academie", "contact": "a@example.org", "privacy_officer": "B. Smit"}
    people |= {"mail_host": "127.0.0.1", "mail_security": "none", "mail_sender": "a@example.org"}
    database = Database(f"sqlite:///{folder / 'reflect.db'}")
    with serving(database, folder, clock, **people) as live:
        scene = Scene(World(live.app), Device(browser, live.url), clock)

        def note(_app: Flask) -> None:
            scene.asked.add(request.endpoint)

        request_started.connect(note, live.app)
        yield scene
        scene.device.context.close()


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_a_page_is_for_everybody(stage, visit):
    stage.device.context.clear_cookies()
    stage.device.troubles.clear()
    stage.asked.clear()
    visit.arrive(stage)
    assert stage.device.status == visit.status
    assert visit.endpoint in stage.asked or visit.status == NO_SUCH_METHOD
    if visit.is_page:
        look(stage.page)
    assert not stage.device.troubles


def look(page) -> None:
    """The page on a desk in the light, and on a phone in the dark."""
    page.evaluate(OPEN)
    page.evaluate(AXE_SCRIPT)
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate(OVERFLOW) <= 0, f"scrolls sideways at {width}"
        assert page.evaluate(RUN) == [], f"{width} {scheme}"


def test_every_route_is_visited(app):
    every = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert every == {visit.endpoint for visit in VISITS}


def test_the_lists_hold_no_state_twice():
    assert len({str(visit) for visit in VISITS}) == len(VISITS)
    assert {visit.arrive.__module__ for visit in VISITS} == {room.__name__ for room in ROOMS}
