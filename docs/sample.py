"""The pictures in the README, made with the real app and a throwaway demo: `make sample`."""
# ruff: noqa: INP001, T201 - a script by itself, that says what it made

import io
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from reflect.commands.pretending import answers_of
from reflect.config import folder
from reflect.questionnaire import read_definition

PICTURES = Path(__file__).with_name("pictures")
REFLECT = Path(sys.executable).with_name("reflect")
QUESTIONNAIRE = "onveiligheid-opheffen"
DAY = "2026-11-21"
REPORT = Path(__file__).with_name("report")
PAGES = {"profile": 0, "domains": 1, "words": 4, "reasons": -1}  # of the report
PATIENCE = 30  # seconds until the app answers
COLOURS = 64
WIDTH = 1000  # pixels of a page of the app


def main() -> None:
    """Make the pictures: a section, the picture of a group, a page of the report."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        _report(Path(place))
        with _app(Path(place)) as base_url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            note = (Path(place) / "instance" / "demo.txt").read_text().splitlines()
            _, professional, _, trainer, _ = (line.split("\t") for line in note)
            page = browser.new_page(locale="nl-NL", viewport={"width": WIDTH, "height": 1150})
            _section(page, base_url, professional[-1].removeprefix("code "))
            page.context.clear_cookies()
            _group(page, base_url, *trainer[-2:])
            browser.close()


def _report(place: Path) -> None:
    """Pages of a report, from answers by chance that are the same each time, and one in grey."""
    questionnaire = read_definition(QUESTIONNAIRE, folder("questionnaires"))
    chance = Random(5)  # noqa: S311 - answers to look at, no secret
    given = dict(answers_of(questionnaire, "after", chance))
    (place / "answers.json").write_text(json.dumps({"phase": "after", "answers": given}))
    words = [REFLECT, "report", QUESTIONNAIRE, "answers.json", "-o", "a.pdf", "--date", DAY]
    subprocess.run(words, cwd=place, check=True)  # noqa: S603 - our own words
    REPORT.mkdir(exist_ok=True)
    pages = _drawn(place)
    _keep("report", pages[0])
    for name, number in PAGES.items():
        _keep(name, pages[number], REPORT)
    _keep("grey", _drawn(place, "-gray")[PAGES["domains"]], REPORT)


def _drawn(place: Path, *how: str) -> list[bytes]:
    """The pages of the report as pictures."""
    pdftoppm = shutil.which("pdftoppm") or "pdftoppm"
    words = [pdftoppm, "-png", "-r", "80", *how, "a.pdf", "a"]
    subprocess.run(words, cwd=place, check=True)  # noqa: S603 - our own words
    return [file.read_bytes() for file in sorted(place.glob("a-*.png"))]


@contextmanager
def _app(place: Path) -> Iterator[str]:
    """The address of the app, with a demo, on an instance of its own; stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base_url = f"http://127.0.0.1:{port}"
    own = {"REFLECT_INSTANCE": str(place / "instance"), "REFLECT_BASE_URL": base_url}
    words = [REFLECT, "run", "--demo", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(words, env=os.environ | own, stdout=subprocess.DEVNULL) as app:  # noqa: S603 - our own words
        try:
            _wait(base_url)
            yield base_url
        finally:
            app.terminate()


def _wait(base_url: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{base_url}/health/ready").close()  # noqa: S310 - this machine, http
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _section(page: Page, base_url: str, code: str) -> None:
    """The section where the professional of the demo stopped, with two answers given."""
    page.goto(f"{base_url}/account/sign-in")
    page.locator("#code").fill(code)
    page.locator("main form button").click()
    page.locator("ol.moments a.button").click()
    for question, point in ((0, 3), (1, 2)):
        with page.expect_response("**/answers"):  # it is kept, and the page says so
            page.locator("fieldset").nth(question).locator("input[type=radio]").nth(point).check()
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    _keep("section", page.screenshot())


def _group(page: Page, base_url: str, trainer: str, password: str) -> None:
    """The picture of the demo's closed group, as its trainer sees it."""
    page.goto(f"{base_url}/staff/sign-in")
    page.locator("#email").fill(trainer)
    page.locator("#password").fill(password)
    page.locator("main form button").click()
    page.get_by_role("link", name="Training voorjaar").click()
    page.locator("main a[href^='/moments/']").first.click()
    _keep("group", page.screenshot())


def _keep(name: str, png: bytes, folder: Path = PICTURES) -> None:
    """Write a picture in few colours, which keeps it small."""
    file = folder / f"{name}.png"
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"{file.relative_to(PICTURES.parents[1])}: {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
