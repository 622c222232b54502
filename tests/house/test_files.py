"""Every file opens with a line that says what stands in it, is short, and keeps to the product."""

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 250  # lines
FOLDERS = ("reflect", "tests", "migrations", "benchmarks", "docs")
PYTHON = sorted(
    file
    for folder in FOLDERS
    for file in (ROOT / folder).rglob("*.py")
    if "_build" not in file.parts  # the site of the documents, which has copies
)
# Where and how this was made is nobody's business; written so that it does not find itself.
ELSEWHERE = re.compile(r"/wor[k]/|/tm[p]/b|issu[e] #?\d|TOD[O]|FIXM[E]|XX[X]")


def kept():
    """Every file that git keeps, or would."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    files = [ROOT / line for line in listed.stdout.splitlines()]
    return [
        file for file in files if file.suffix not in (".png", ".woff2", ".ttf", ".lock", ".pdf")
    ]


def test_a_file_says_what_it_is_and_is_short():
    for file in PYTHON:
        text = file.read_text("utf-8")
        assert text.startswith('"""'), file
        assert ast.get_docstring(ast.parse(text)).splitlines()[0].endswith((".", ",", ":")), file
        assert len(text.splitlines()) <= LONGEST, file


def test_no_file_speaks_of_where_it_was_made():
    found = [
        (str(file.relative_to(ROOT)), line)
        for file in kept()
        for line in file.read_text("utf-8", "replace").splitlines()
        if ELSEWHERE.search(line)
    ]
    assert found == []


def test_a_test_stands_in_the_room_of_what_it_tests():
    """tests/x/test_y.py is for reflect/x; journeys and the house are about the whole."""
    for file in (ROOT / "tests").rglob("test_*.py"):
        room = file.parent.relative_to(ROOT / "tests")
        assert (ROOT / "reflect" / room).is_dir() or room.name in ("house", "journeys"), file


def test_every_room_of_the_repository_is_named_in_its_documents():
    pages = (ROOT / "README.md", ROOT / "Makefile", *(ROOT / "docs").rglob("*.md"))
    told = "\n".join(page.read_text("utf-8") for page in pages)
    rooms = {file.relative_to(ROOT).parts[0] for file in kept() if file.parent != ROOT}
    assert sorted(room for room in rooms if room[0] != "." and f"{room}/" not in told) == []
