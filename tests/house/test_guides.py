"""The guides in Dutch: their pictures are there and drawn by a command, their words the app's."""

import re
from pathlib import Path

import pytest

from reflect.language import language
from reflect.web.promise import columns, rows
from tests.house import test_documents

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
GUIDES = sorted([*(DOCS / "professionals").glob("*.md"), *(DOCS / "trainers").glob("*.md")])
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+\.png)\)")
LARGEST, ALL = 60 * 1024, 900 * 1024  # bytes
SHORTEST_ALT = 20  # characters: fewer say too little of what can be seen
OWN_WORDS = 5  # letters beside its places that make a message known again
NL = language("nl")


def shown(page: Path) -> list[tuple[str, Path]]:
    """The pictures on a page, each with what is said to who does not see it."""
    return [(alt, (page.parent / file).resolve()) for alt, file in SHOWN.findall(page.read_text())]


def drawn() -> set[str]:
    """The names of what `make sample` draws."""
    scripts = [DOCS / "sample.py", *(DOCS / "drawing").glob("*.py")]
    return set(re.findall(r'(?:@picture|keep)\("([a-z-]+)"', "".join(map(Path.read_text, scripts))))


def spoken() -> re.Pattern[str]:
    """The messages of the app, whatever stands in their places; not those of places alone."""
    messages = NL.messages.values()
    forms = [one for each in messages for one in (each if isinstance(each, tuple) else [each])]
    rest = {one: re.sub(r"\{\w+\}|\W", "", one) for one in forms}
    told = [one for one in forms if "{" not in one or len(rest[one]) >= OWN_WORDS]
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)) for one in told))


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: str(page.relative_to(DOCS)))
def test_what_stands_in_bold_stands_so_on_the_screen(page):
    bold = re.findall(r"\*\*(.+?)\*\*", page.read_text("utf-8"), re.DOTALL)
    words = spoken()
    assert [one for one in bold if not words.fullmatch(" ".join(one.split()))] == []


def test_every_picture_is_drawn_by_the_command_shown_somewhere_and_told_of():
    found = {file: alt for page in test_documents.PAGES for alt, file in shown(page)}
    here = set(PICTURES.glob("*.png"))
    assert {file.stem for file in here} == drawn()
    assert here - found.keys() == set()
    assert [file for file, alt in found.items() if len(alt) < SHORTEST_ALT] == []


def test_pictures_in_the_guides_stay_small():
    sizes = [file.stat().st_size for file in PICTURES.glob("*.png")]
    assert max(sizes) < LARGEST
    assert sum(sizes) < ALL


def test_the_guide_says_of_who_sees_what_what_the_app_says():
    page = (DOCS / "professionals" / "who-sees-what.md").read_text("utf-8")
    assert test_documents.rows(page, "# Wie ziet wat") == rows(NL, 5)
    assert f"| {' | '.join(columns(NL))} |" in page


def test_a_guide_has_one_title():
    for page in GUIDES:
        assert len(re.findall(r"^# ", page.read_text("utf-8"), re.MULTILINE)) == 1, page
