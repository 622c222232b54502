"""Pages of a report on paper, from answers by chance that are the same each time."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PIL import Image

from drawing.album import read
from reflect.commands.pretending import answers_of
from reflect.config import folder
from reflect.questionnaire import read_definition

REFLECT = Path(sys.executable).with_name("reflect")
QUESTIONNAIRE = "onveiligheid-opheffen"
DAY = "2026-11-21"
PAGES = {"profile": 0, "domains": 1, "words": 4, "reasons": -1}


def pages() -> Iterator[tuple[str, Image.Image]]:
    """Pages by name; the first is the profile, the last a page in grey."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        _report(place)
        drawn = _drawn(place)
        yield from ((one, drawn[number]) for one, number in PAGES.items())
        yield "grey", _drawn(place, "-gray")[PAGES["domains"]]


def _report(place: Path) -> None:
    questionnaire = read_definition(QUESTIONNAIRE, folder("questionnaires"))
    chance = Random(5)  # noqa: S311 - answers to look at, no secret
    given = dict(answers_of(questionnaire, "after", chance))
    (place / "answers.json").write_text(json.dumps({"phase": "after", "answers": given}))
    words = [REFLECT, "report", QUESTIONNAIRE, "answers.json", "-o", "a.pdf", "--date", DAY]
    subprocess.run(words, cwd=place, check=True)  # noqa: S603 - our own words


def _drawn(place: Path, *how: str) -> list[Image.Image]:
    pdftoppm = shutil.which("pdftoppm") or "pdftoppm"
    words = [pdftoppm, "-png", "-r", "80", *how, "a.pdf", "a"]
    subprocess.run(words, cwd=place, check=True)  # noqa: S603 - our own words
    return [read(file.read_bytes()) for file in sorted(place.glob("a-*.png"))]
