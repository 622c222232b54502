"""The words of the product: every key is there in both languages, is used, and says the same."""

import re
import string
from pathlib import Path

import pytest

from reflect.language import LANGUAGES, language
from reflect.web.access import ROUTES

REFLECT = Path(__file__).parents[2] / "reflect"
ROOMS = [REFLECT / room for room in ("web", "reports", "post")]  # where somebody speaks
SOURCES = [file for room in ROOMS for file in (*room.rglob("*.py"), *room.rglob("*.html"))]
TEXT = "\n".join(file.read_text("utf-8") for file in SOURCES)
SUBJECTS = "|".join(sorted(file.stem for file in (REFLECT / "words" / "nl").glob("*.po")))
LITERAL = re.compile(rf"""["']((?:{SUBJECTS})\.[a-z0-9_]+)["'](?! ~)""")
MADE = re.compile(
    rf"""["']((?:{SUBJECTS})\.[a-z0-9_]*)(?:["'] ~|\{{)"""
)  # "a.b_" ~ x, f"a.b_{{x}}"
NL, EN = (language(code).messages for code in LANGUAGES)
FILES = {"html", "po", "py", "css", "pdf", "svg"}  # what looks like a key and is a file's name
SAME = {  # what may be the same, and why
    "colleagues.role_trainer": "a word of both languages",
    "credentials.factor_title": "a word of both languages",
    "groups.state_open": "a word of both languages",
    "layout.menu": "a word of both languages",
    "layout.privacy": "a word of both languages",
    "moments.value_mean": "a number alone",
    "reflections.begin": "a word of both languages",
    "report.column_score": "a word of both languages",
    "report.product": "a name",
    "report.statement": "the words of a definition",
    "report.when_later": "a word of both languages",
    "privacy.term_attempt": "a length of time alone",
    "privacy.term_staged": "a length of time alone",
    "privacy.title": "a word of both languages",
    "start.wsw_trainer": "a word of both languages",
}


def named() -> set[str]:
    """Every key that is written out somewhere."""
    return {key for key in LITERAL.findall(TEXT) if key.partition(".")[2] not in FILES}


def test_both_languages_have_the_same_keys():
    assert NL.keys() == EN.keys()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_key_begins_with_the_name_of_its_file(code):
    for file in (REFLECT / "words" / code).glob("*.po"):
        keys = re.findall(r'^msgid "(.+)"$', file.read_text("utf-8"), re.MULTILINE)
        assert [key for key in keys if not key.startswith(f"{file.stem}.")] == []
        assert len(keys) == len(set(keys)), file


def test_every_key_that_is_used_is_there():
    assert sorted(named() - NL.keys() - ROUTES.keys()) == []


def test_every_key_that_is_there_is_used():
    made = tuple(MADE.findall(TEXT))
    idle = [key for key in NL.keys() - named() if not key.startswith(made)]
    assert sorted(idle) == []


def places(words) -> set[str]:
    """The {places} of a message, in all its forms together."""
    forms = (words,) if isinstance(words, str) else words
    return {name for form in forms for _, name, *_ in string.Formatter().parse(form) if name}


def test_both_languages_leave_the_same_places_open():
    for key, words in NL.items():
        assert places(words) == places(EN[key]), key
        assert isinstance(words, str) == isinstance(EN[key], str), key
        assert all((*words, *EN[key])), key


def test_what_is_said_in_english_is_not_dutch():
    same = {key for key in NL if NL[key] == EN[key]}
    assert {key: NL[key] for key in same - SAME.keys()} == {}
    assert SAME.keys() - same == set()  # an exception that is none any more
