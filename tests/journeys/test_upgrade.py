"""Who worked with the first form of the tables goes on with the newest one, and misses nothing."""

import io
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader

from reflect.app import create_app
from reflect.commands import main
from reflect.disclosure import Release
from reflect.disclosure.audit import audit
from reflect.records import people, releases, responses
from reflect.records.engine import Database
from reflect.records.people import Person
from tests.pages import Page
from tests.records import earlier
from tests.records.killing import faults
from tests.tripwire import Tripwire
from tests.web.test_authenticator import set_up


@dataclass
class Upgraded:
    """The first instance, brought to the newest form, and served."""

    note: dict[str, Any]
    database: Database
    app: Flask

    @property
    def house(self):
        return self.app.extensions["reflect"]

    def professional(self) -> Page:
        """Noor comes in with the code of then."""
        page = Page.at(self.app.test_client(), "/account/sign-in")
        return page.send("Ga verder", code=self.note["code"])

    def trainer(self):
        """The browser of the trainer, who comes in with the password of then."""
        browser = self.app.test_client()
        page = Page.at(browser, "/staff/sign-in")
        page = page.send("Log in", email=self.note["trainer"], password=self.note["password"])
        assert page.path == "/staff/authenticator"
        page = set_up(page, self.house.clock).follow("Ik heb ze bewaard")
        assert page.path == "/groups"
        return browser

    def typed(self) -> dict[str, Any]:
        """What the records hold of the draft."""
        with self.database.reading() as db:
            me = people.open(db, self.house.ring, self.note["code"])
            return dict(responses.sheet(db, me, self.note["draft"]).values)

    def solved(self) -> int:
        """Of how much of all that was ever told somebody's value follows."""
        with self.database.reading() as db:
            found = audit(releases.everything(db))
        assert found.entries
        return len(found.solved) + len(found.small)


@pytest.fixture(params=["sqlite", "postgresql"])
def first(request, tmp_path, clock, monkeypatch):
    if request.param == "sqlite":
        place = earlier.in_sqlite(tmp_path)
    else:
        place = earlier.in_postgres(tmp_path, request.getfixturevalue("postgres_server"))
    with place as database:
        url = database.url.render_as_string(hide_password=False)
        monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
        monkeypatch.setenv("REFLECT_DATABASE_URL", url)
        assert main(["migrate"]) == 0
        app = create_app(instance=tmp_path, database_url=url, clock=clock)
        app.test_client_class, app.testing = Tripwire, True
        yield Upgraded(earlier.note(request.param), database, app)
        app.extensions["reflect"].database.close()


def figures(whole: dict[str, Any]) -> list[tuple[str, float, str]]:
    return [(one["measure"], one["value"], one["people"]) for one in whole["figures"]]


def hand_in(first: Upgraded, page: Page) -> Page:
    """Noor finds all of the draft, goes on with it, and submits it."""
    known = first.note
    assert first.typed() == known["typed"]
    section = Page.at(page.client, f"/reflections/{known['draft']}/signalen")
    assert section.field("één punt hoger").get_text().strip() == known["typed"]["signalen-hoger"]
    section.send("Bewaar en ga verder", q_a2="5")
    review = Page.at(page.client, f"/reflections/{known['draft']}/review")
    return review.send("Verstuur en lees mijn verslag")


def taken(browser, moment: str):
    """What a trainer takes along of a moment."""
    return browser.get(f"/moments/{moment}/export/json")


def test_people_of_the_first_version_go_on_where_they_were(first):
    known, mine = first.note, first.professional()
    report = Page.at(mine.client, f"/reflections/{known['submitted']}/report")
    assert known["words"] in report.text
    token = report.html.select_one("[name=csrf_token]")["value"]
    pdf = mine.client.post(f"{report.path}.pdf", data={"csrf_token": token}).data
    printed = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)
    assert known["words"].lower() in " ".join(printed.lower().split())
    assert hand_in(first, mine).path == f"/reflections/{known['draft']}/report"

    told, browser = Release.from_json(known["told"]), first.trainer()
    then = taken(browser, known["first"])
    assert figures(then.json) == [(o.measure, float(o.value), o.people) for o in told.figures]
    asked = Page.at(browser, f"/moments/{known['second']}/close")
    assert asked.send("Ja, sluit de meting").path == f"/moments/{known['second']}"
    (change,) = taken(browser, known["second"]).json["changes"]
    assert {one["same_people"] for one in change["shifts"]} == {True}
    night = releases.Night(first.database, first.house.ring, 5, first.house.clock().date())
    assert (releases.tell(night), night.faults) == (2, [])  # what waited in a pool, and a union
    assert first.solved() == 0
    assert taken(browser, known["first"]).data == then.data


def test_after_the_upgrade_everything_opens_and_who_leaves_is_gone(first):
    assert faults(first.database, first.house.ring) == []
    assert main(["keys", "check", "--all"]) == 0
    assert main(["audit", "verify"]) == 0
    mine = first.professional()
    Page.at(mine.client, "/account/erase").send("Ga door", sure="yes")
    assert first.professional().status == 400
    with first.database.reading() as db:
        assert db.query(Person).count() == 9
    assert first.solved() == 0
