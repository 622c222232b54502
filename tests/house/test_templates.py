"""Every template compiles, is used, and opens with a line that says what it is."""

import re
from pathlib import Path

import pytest

from reflect.questionnaire.questions import TYPES

ROOT = Path(__file__).parents[2] / "reflect" / "web"
FOLDER = ROOT / "templates"
TEMPLATES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.html"))
SOURCES = "\n".join(
    file.read_text("utf-8") for file in (*ROOT.rglob("*.py"), *FOLDER.rglob("*.html"))
)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_every_template_compiles(app):
    for name in TEMPLATES:
        assert app.jinja_env.get_template(name)


def test_every_template_is_used_and_says_what_it_is():
    for name in TEMPLATES:
        folder = f'"{name.rpartition("/")[0]}/" ~'  # found by the name of a type
        assert f'"{name}"' in SOURCES or folder in SOURCES, name
        first = (FOLDER / name).read_text("utf-8").splitlines()[0]
        assert re.fullmatch(r"\{#-? .+ -?#\}", first), name


def test_every_type_of_question_has_a_template_and_no_other_has_one():
    assert {file.stem for file in (FOLDER / "questions").glob("*.html")} == set(TYPES)


def test_nothing_is_marked_as_safe_but_our_own_drawings():
    assert re.findall(r"\S+\|safe", SOURCES) == ["drawings[name]|safe"]
    assert "autoescape" not in SOURCES


def test_every_form_that_changes_something_carries_its_token():
    forms = re.findall(r'<form[^>]*method="post".*?</form>', SOURCES, re.DOTALL)
    bare = [form for form in forms if "csrf()" not in form]
    assert not [form for form in bare if "start.language" not in form]  # which anybody may choose
