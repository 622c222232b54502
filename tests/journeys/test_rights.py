"""Somebody takes everything along, erases one reflection, then everything, and is gone."""

import json
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
WORDS = "kanarie in eigen woorden"


def arrived(world, device):
    """Somebody with one reflection submitted and another begun; the code, and the page."""
    someone = world.somebody(world.group(world.trainer()))
    for answers in ({"a1": 4, "signalen-hoger": WORDS}, {"a1": 2}):
        response = world.begin(someone.me)
        world.answer(someone.me, response, answers)
        if WORDS in answers.values():
            world.finish(someone.me, response)
    own = device()
    own.carry(world.session(someone.me))
    own.page.goto("/reflections")
    return someone.code, own.page


def take(page) -> ZipFile:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download alles").click()
    assert waiting.value.suggested_filename.endswith(".zip")
    return ZipFile(waiting.value.path())


def erase(page, link: str, choice: str) -> None:
    page.get_by_role("link", name=link).first.click()
    page.get_by_label(choice).check()
    page.get_by_role("button", name="Ga door").click()


def test_somebody_takes_everything_along_and_leaves_nothing_behind(world, device):
    code, page = arrived(world, device)

    page.get_by_role("link", name="Mijn account").click()
    with take(page) as whole:
        assert whole.testzip() is None
        assert WORDS in json.dumps(json.loads(whole.read("data.json")))
        kinds = [name.rpartition(".")[2] for name in whole.namelist() if "reflections/" in name]
    assert sorted(kinds) == ["csv", "csv", "pdf"]

    erase(page, "Wis deze reflectie", "Ja, wis deze reflectie")
    page.get_by_text("Je reflectie is gewist.").wait_for()
    page.get_by_role("link", name="Mijn account").click()
    assert page.get_by_role("link", name="Wis deze reflectie").count() == 1
    erase(page, "Wis alles", "Ja, wis al mijn gegevens")
    page.get_by_role("heading", name="Je gegevens zijn gewist").wait_for()

    page.goto("/account/sign-in")
    page.get_by_label("Persoonlijke code").fill(code)
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("alert").get_by_text("Heb je alles gewist").wait_for()
