"""What the journeys share: a browser, devices in it, a live app and who lives there."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.browsing import WORDS, Device, chromium
from tests.journeys.serving import serving
from tests.journeys.world import World


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, started once."""
    path = chromium()
    if path is None and os.environ.get("CI") != "true":
        pytest.skip("there is no Chromium here, so no journey is made in a browser")
    assert path, "there is no Chromium here, and CI needs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=WORDS)
        yield browser
        browser.close()


@pytest.fixture
def live(database, tmp_path, clock):
    """The app, served, on a database and a clock of its own."""
    with serving(database, tmp_path, clock) as live:
        yield live


@pytest.fixture
def world(live):
    """Who lives in that app."""
    return World(live.app)


@pytest.fixture
def device(browser, live):
    """A new device at each call; none of them may do what a page may not."""
    devices = []

    def one(**wishes) -> Device:
        devices.append(Device(browser, live.url, **wishes))
        return devices[-1]

    yield one
    for each in devices:
        each.close()
