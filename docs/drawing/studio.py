"""The studio: the app, served to a browser at a fixed hour, and pictures of what it shows."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from drawing.album import read
from drawing.world import ADDRESS, NOW, World, played
from reflect.app import create_app

HOST = ADDRESS.removeprefix("https://")
PHONE = {"viewport": {"width": 390, "height": 750}, "device_scale_factor": 1.4}
DESK = {"viewport": {"width": 940, "height": 900}, "device_scale_factor": 1.25}
PAPER = {"viewport": {"width": 1000, "height": 1150}}  # of the front page of the repository
HERE = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "color_scheme": "light"}
AIR = 18  # pixels of a page above and below what is looked at
STILL = "document.activeElement?.blur()"


class Silent(WSGIRequestHandler):
    """Says nothing of who asks for what."""

    def log(self, *_words: object) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Studio:
    """Where pictures are drawn: a world, and a browser to look at it."""

    world: World
    browser: Browser

    def page(self, who: str = "", path: str = "/", device: dict = PHONE) -> Page:
        """A page as somebody sees it, or nobody, on a device."""
        context = self.browser.new_context(
            base_url=ADDRESS, ignore_https_errors=True, reduced_motion="reduce", **HERE, **device
        )
        if who:
            session = {"name": "__Host-session", "value": self.world.session(who)}
            context.add_cookies([{**session, "url": ADDRESS, "secure": True}])
        page = context.new_page()
        page.goto(path)
        return page

    def trainer(self, path: str, device: dict = DESK) -> Page:
        """A page as the trainer sees it."""
        return self.page("the trainer", path, device)


def screen(page: Page, at: str | Locator = "") -> Image.Image:
    """What a screen shows, from the top or from what stands there on."""
    _rest(page)
    found = page.locator(at).first if isinstance(at, str) and at else at
    top = found.bounding_box()["y"] - AIR if found else -page.evaluate("scrollY")
    page.evaluate("by => scrollBy(0, by)", top)
    return read(page.screenshot())


def part(page: Page, first: str | Locator, last: str | Locator) -> Image.Image:
    """A part of a page at its whole width: from the one thing to the other."""
    _rest(page)
    page.evaluate("scrollTo(0, 0)")
    one, other = (
        (page.locator(each).first if isinstance(each, str) else each).bounding_box()
        for each in (first, last)
    )
    top = max(0, one["y"] - AIR)
    height = other["y"] + other["height"] + AIR - top
    clip = {"x": 0, "y": top, "width": page.viewport_size["width"], "height": height}
    return read(page.screenshot(full_page=True, clip=clip))


def _rest(page: Page) -> None:
    """Nothing is pointed at, and nothing has the cursor."""
    page.mouse.move(0, 0)
    page.evaluate(STILL)


@contextmanager
def studio() -> Iterator[Studio]:
    """A studio, for as long as it is wanted; nothing of it stays."""
    with tempfile.TemporaryDirectory() as place:
        world = played(Path(place))
        app = create_app(world.config, clock=lambda: NOW)
        server = make_server(
            "127.0.0.1", 0, app, threaded=True, request_handler=Silent, ssl_context="adhoc"
        )
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with sync_playwright() as playwright, _chromium(playwright, server.port) as browser:
                yield Studio(world, browser)
        finally:
            server.shutdown()
            server.server_close()


@contextmanager
def _chromium(playwright: object, port: int) -> Iterator[Browser]:
    """Debian's Chromium, in Dutch, for which the address of the pictures is this machine."""
    rule = f"--host-resolver-rules=MAP {HOST}:443 127.0.0.1:{port}"
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--lang=nl-NL", "--font-render-hinting=none", rule],
        env={"LANGUAGE": "nl"},
    )
    try:
        yield browser
    finally:
        browser.close()
