"""At the door of staff: wrong guesses stop whoever guesses, and nobody else."""

import pytest

from reflect.records import passwords
from tests.pages import Page
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
TRAINER = "trainer@example.org"


def knock(browser, email, password):
    return browser.post("/staff/sign-in", data={"email": email, "password": password})


def test_who_guesses_elsewhere_keeps_nobody_out_of_a_device_of_their_own(
    training, client, monkeypatch
):
    monkeypatch.setattr(passwords, "verify", lambda _, password: password == PASSWORD)  # quick
    training.trainer()
    mine = training.signed_in()
    Page.at(mine, "/groups").send("Uitloggen")
    for guess in range(20):
        knock(client, f"{guess}@example.org" if guess > 5 else TRAINER, "geraden")
    assert knock(client, TRAINER, PASSWORD).status_code == 429

    assert knock(mine, TRAINER, PASSWORD).status_code == 302
    page = Page.at(mine, "/staff/code").send("Ga verder", code=training.code())
    assert page.path == "/groups"
    Page.at(mine, "/groups").send("Uitloggen")
    for _ in range(5):
        assert knock(mine, TRAINER, "geraden").status_code == 400
    assert knock(mine, TRAINER, PASSWORD).status_code == 429
