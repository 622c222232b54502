"""An administrator sees what is well with the instance, and what to do where it is not."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from reflect.records import audit, condition, outbox
from reflect.records.audit import NIGHT, OPERATOR, Event
from reflect.records.outbox import Letter
from tests.pages import Page
from tests.web.importing import a_definition, administrator, send


def lines(browser) -> dict[str, str]:
    page = Page.at(browser, "/admin/health")
    rows = page.html.select("dl.facts > div")
    return {row.dt.get_text(): " ".join(row.dd.get_text().split()) for row in rows}


def noted(training, action, actor, result="ok") -> None:
    with training.house.database.writing() as db:
        event = Event(action, actor, result=result)
        audit.note(db, training.house.ring, event, training.house.clock())
        db.commit()


def test_each_part_says_how_it_is(training, database):
    noted(training, "instance:night", NIGHT)
    noted(training, "instance:backup", OPERATOR)

    told = lines(administrator(training))

    product = {"sqlite": "SQLite 3.", "postgresql": "PostgreSQL 1"}
    assert told["Database"].startswith(product[database.url.get_backend_name()])
    assert told["Nachtwerk"] == "Voor het laatst klaar op 21 november 2026 om 14:03."
    assert told["Logboek"] == "Het klopt: geen regel is veranderd of weg."
    assert told["Sleutels"] == "Sleutel 1 vergrendelt. Aantal sleutels: 1."
    assert told["Mail"] == "Er is geen mailserver. Reflect werkt ook zonder."


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_is_not_well_says_what_to_do_there_and_at_the_start(training, clock, monkeypatch):
    noted(training, "instance:night", NIGHT, "failed")
    noted(training, "instance:backup", OPERATOR)
    house = training.house
    house.config = replace(house.config, mail_host="127.0.0.1", mail_sender="a@example.org")
    with house.database.writing() as db:
        letter = Letter("off", "noor@example.org", "nl")
        outbox.put(db, house.ring, letter, key="off", at=clock())
        db.commit()
    monkeypatch.setattr(condition, "ROOM", 10**18)
    clock.forward(days=3)
    admin = administrator(training)
    send(admin, a_definition())

    told, start = lines(admin), Page.at(admin, "/admin").text

    for part, words in (
        ("Nachtwerk", "draaide voor het laatst op 21 november 2026 om 14:03"),
        ("Logboek", "Het logboek klopt niet"),
        ("Back-up", "De laatste back-up is van 21 november 2026"),
        ("Schijf", "De schijf is bijna vol"),
        ("Mail", "Er wacht mail langer dan een uur (1)"),
        ("Verantwoordelijke en contact", "staat nog niet wie verantwoordelijk is"),
    ):
        assert words in told[part]
        assert words in start
    assert "wacht nog" in start


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_where_all_is_well_there_is_nothing_to_do(training):
    noted(training, "instance:night", NIGHT)
    noted(training, "instance:backup", OPERATOR)
    house = training.house
    house.config = replace(house.config, controller="Academie", contact="a@example.org")

    page = Page.at(administrator(training), "/admin")

    assert "Er is nu niets te doen." in page.text
    assert page.follow("Gezondheid").heading == "Gezondheid"
    assert page.follow("Logboek").heading == "Logboek"
    assert page.follow("Organisaties").heading == "Organisaties"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_tables_of_another_version_are_told(training):
    admin = administrator(training)
    with training.house.database.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        db.commit()
    assert "van een andere versie" in lines(admin)["Tabellen"]
