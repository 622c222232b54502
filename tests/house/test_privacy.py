"""The sheets about privacy say what the product holds to."""

from pathlib import Path

import pytest

from reflect.language import language
from reflect.records import terms
from reflect.web.terms import kept, length
from tests.house.test_documents import rows

FOLDER = Path(__file__).parents[2] / "docs" / "privacy"
REGISTER = (FOLDER / "verwerkingen.md").read_text("utf-8")
NL = language("nl")
HEADINGS = {
    "person": "## Over professionals",
    "group": "## Over groepen",
    "staff": "## Over trainers en beheerders",
}


@pytest.mark.parametrize(("part", "heading"), HEADINGS.items())
def test_the_register_is_the_list_that_is_deleted_by(part, heading):
    assert rows(REGISTER, heading) == kept(NL, mail=True)[part]


def test_the_register_says_how_long_backups_stay():
    assert f"hoogstens {length(NL, terms.BACKUP)};" in REGISTER


def test_what_an_organisation_has_to_say_itself_is_marked_in_one_way():
    for page in FOLDER.glob("*.md"):
        text = page.read_text("utf-8")
        assert text.count("[in te vullen") == text.count("**[in te vullen"), page.name
        assert "[in te vullen" in text, page.name
