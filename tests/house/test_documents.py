"""The documents say what is so: steps run, numbers are right, and what they name exists."""

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from reflect.commands import COMMANDS, main
from reflect.config import Config
from reflect.language import language
from reflect.questionnaire import mean, score
from tests.questionnaire.building import of_statements, statement

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text("utf-8")
AUTHORING = (ROOT / "docs" / "authoring.md").read_text("utf-8")
SCORING = (ROOT / "docs" / "scoring.md").read_text("utf-8")
PLACES = (ROOT, ROOT / "reflect", ROOT / "reflect/questionnaire", ROOT / "docs")
MADE = {  # by whoever reads, so that they are not here
    *("answers.json", "gesprek-1.json", "gesprek-2.json", "schema.json", "published.json"),
    *("tests/x/test_y.py", "reflect/x/y.py"),
}
LARGEST_PICTURE = 150 * 1024  # bytes
BANDS = {"low": "band-0", "middle": "band-1", "high": "band-2", "none": None}


def grown(definition, more):
    """The definition with the keys of a step: lists grow, objects take keys in, else replaced."""
    for key, value in more.items():
        if isinstance(value, list) and key in definition:
            definition[key] += value
        else:
            definition[key] = value
    return definition


def steps(page):
    """The blocks of JSON and of the console, in order."""
    return re.findall(r"```(json|console)\n(.*?)```", page, re.DOTALL)


def rows(page, heading):
    """The rows of the first table below a heading, cell by cell, without the head."""
    table = re.search(r"^\|.*?(?=\n\n|\Z)", page.partition(heading)[2], re.DOTALL | re.MULTILINE)
    lines = [line.strip("|").split("|") for line in table[0].splitlines()]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def test_the_steps_of_the_authors_page_give_what_it_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    definition = {}
    for kind, text in steps(AUTHORING):
        if kind == "json" and "answers" in (written := json.loads(text)):
            Path("answers.json").write_text(text)
        elif kind == "json":
            whole = json.dumps(grown(definition, written), indent=2, ensure_ascii=False)
            Path("gesprek-1.json").write_text(whole)
        else:
            command, _, expected = text.partition("\n")
            main(command.removeprefix("$ reflect ").split())
            assert capsys.readouterr() == (expected, ""), command
    assert Path("verslag.pdf").read_bytes().startswith(b"%PDF")


def test_the_authors_page_explains_every_code_of_the_check():
    source = "".join(f.read_text() for f in (ROOT / "reflect/questionnaire").rglob("*.py"))
    codes = set(re.findall(r'"([EW]\d{3})"', source))
    assert {code for code, *_ in rows(AUTHORING, "## What the check says")} == codes


@pytest.mark.parametrize("row", rows(SCORING, "## Numbers to check by"))
def test_the_page_on_scoring_gives_the_numbers_of_the_code(row):
    answers, share, shown, band = row
    points = [(one[0] == "R", int(one.strip("R?") or 0)) for one in answers.split()]
    statements = [statement(f"a{n}", reverse=back) for n, (back, _) in enumerate(points)]
    given = {one["id"]: point for one, (_, point) in zip(statements, points, strict=True) if point}
    found = score(of_statements(*statements), "after", given).scores[0]
    told = language("en").number(mean(found.score)) if found.score is not None else "none"
    known = "none" if found.score is None else str(found.score)
    assert (known, told, found.band) == (share, shown, BANDS[band])


def test_the_readme_names_every_command_and_no_other():
    named = {cell.split()[1] for cell, *_ in rows(README, "## Commands")}
    assert {name.strip("`") for name in named} == set(COMMANDS)


def test_the_readme_names_every_setting_with_its_default_and_no_other():
    told = {name.strip("`"): default for name, default, *_ in rows(README, "## Settings")}
    assert set(told) == {f"REFLECT_{field.name.upper()}" for field in fields(Config)}
    for field in fields(Config):
        if field.name != "instance" and field.default:
            assert str(field.default) in told[f"REFLECT_{field.name.upper()}"]


def test_the_readme_gives_a_reason_for_every_package():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    reasons = {name.strip("`") for name, *_ in rows(README, "## What it stands on")}
    assert reasons == {re.match(r"[a-z0-9-]+", one)[0] for one in needed}


def test_the_documents_name_only_targets_that_make_knows():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"`make ([a-z]+)", page.read_text("utf-8"))) <= targets, page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_document_points_at_is_there(page):
    text = page.read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    files = re.findall(r"`([\w./-]+(?:\.py|\.json|\.css|\.toml|/))`", text)
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert [f for f in files if f not in MADE and not any((at / f).exists() for at in PLACES)] == []


def test_every_decision_stands_in_the_list_of_decisions():
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(file.name for file in folder.glob("0*.md"))


def test_what_the_list_of_evidence_says_stands_in_the_evidence():
    folder = ROOT / "docs" / "evidence"
    told = {}
    for link, _command, _day, found in rows(
        (folder / "README.md").read_text("utf-8"), "# Evidence"
    ):
        told[re.search(r"\((.*)\.md\)", link)[1]] = found
    assert set(told) == {one.stem for one in folder.glob("*.py")} - {"run"}
    for name, found in told.items():
        assert found in (folder / f"{name}.md").read_text("utf-8"), name


def test_the_pictures_stay_small():
    pictures = list((ROOT / "docs/pictures").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < LARGEST_PICTURE for picture in pictures)
