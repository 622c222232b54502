"""What is kept is told to everybody in words, from the very list that the records hold to."""

from dataclasses import replace

import pytest

from reflect.language import LANGUAGES, language
from reflect.records.retention import RETENTION, About
from reflect.web.terms import ASKS, kept
from tests.house.test_words import places

TOLD = [name for name, row in RETENTION.items() if row.about is not About.NOBODY]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("table", TOLD)
def test_every_table_has_its_words_with_the_terms_that_are_counted(code, table):
    messages = language(code).messages
    assert all(messages[f"privacy.{ask}_{table}"] for ask in ASKS)
    assert places(messages[f"privacy.term_{table}"]) == RETENTION[table].terms.keys()


def test_no_words_are_about_a_table_that_there_is_not():
    about = {f"privacy.{ask}_{table}" for ask in ASKS for table in TOLD}
    made = {
        key
        for key in language("nl").messages
        if key.startswith(("privacy.what_", "privacy.why_", "privacy.term_"))
    }
    assert made - {"privacy.why_title"} <= about


def test_terms_are_said_as_people_say_them():
    told = kept(language("nl"), mail=True)
    whole = " ".join(cell for rows in told.values() for row in rows for cell in row)
    for words in ("24 maanden", "90 dagen", "12 maanden", "30 minuten", "10 uur", "28 dagen"):
        assert words in whole
    assert sum(len(rows) for rows in told.values()) == len(TOLD)


def test_where_no_mail_is_sent_nothing_is_said_of_addresses():
    told = kept(language("nl"), mail=False)
    assert not [row for row in told["person"] if "e-mail" in row[0]]


def test_what_an_operator_did_not_fill_in_is_said_plainly(client):
    page = client.get("/privacy").get_data(as_text=True)
    assert "nog niet ingevuld wie verantwoordelijk is" in page
    assert "nog geen adres voor vragen" in page
    assert "geen functionaris gegevensbescherming opgegeven" in page
    assert "autoriteitpersoonsgegevens.nl" in page


def test_where_mail_is_sent_it_is_said_what_opens_by_it(app):
    house = app.extensions["reflect"]
    silent = app.test_client().get("/privacy").get_data(as_text=True)
    house.config = replace(house.config, mail_host="smtp.example.nl", mail_sender="a@example.nl")
    told = app.test_client().get("/privacy").get_data(as_text=True)
    for words in (
        "gaat het slot ook open met je mailbox",
        "via mailservers",
        "niet aan? Dan weten",
    ):
        assert words in told
        assert words not in silent
