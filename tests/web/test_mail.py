"""Reminders: given at the door or later, changed, stopped by a page or by a mail."""

from datetime import timedelta

import pytest

from reflect.records import groups, memberships, reminders
from reflect.records.outbox import Outbox
from reflect.records.reminders import Contact, Wish
from tests.pages import Page
from tests.web.mailing import LINK, mailing
from tests.web.reflecting import count
from tests.web.training import COUNTS

NOOR = "noor@example.org"


@pytest.fixture
def post(app):
    with mailing(app) as postal:
        yield postal


@pytest.fixture
def group(training, clock):
    """A group with an open moment, that closes in ten days, and a planned one."""
    return training.group(training.trainer(), deadline=(clock() + timedelta(days=10)).date())


@pytest.fixture
def member(noor, group):
    """Noor, in that group."""
    with noor.house.database.writing() as db:
        memberships.join(db, noor.me.person_id, group, COUNTS, noor.house.clock())
        db.commit()
    return noor


def door(app, group, browser=None):
    house = app.extensions["reflect"]
    with house.database.reading() as db:
        code = groups.code(db.get(groups.Group, group), house.ring)
    return Page.at(browser or app.test_client(), f"/join/{code}")


def whereto(somebody):
    with somebody.house.database.reading() as db:
        found = reminders.of(db, somebody.house.ring, somebody.me)
    return found and (found.email, found.language)


@pytest.mark.usefixtures("post")
def test_an_address_is_asked_at_the_door_and_need_not_be_given(app, group):
    page = door(app, group)
    assert "privé-adres" in page.text

    assert page.send("Doe mee", counts="yes").status == 200
    assert count(app, Contact) == 0


@pytest.mark.usefixtures("post")
def test_an_address_given_at_the_door_is_kept_once_however_often_it_is_sent(app, group):
    page = door(app, group)
    for _ in range(2):
        page.send("Doe mee", counts="yes", email=f" {NOOR} ")
    assert (count(app, Contact), count(app, Wish)) == (1, 2)


@pytest.mark.usefixtures("post")
def test_what_is_no_address_is_told_at_the_door_and_stays_in_its_field(app, group):
    page = door(app, group).send("Doe mee", counts="yes", email="noor@")
    assert page.status == 400
    assert page.errors[0].startswith("Kijk dit e-mailadres nog eens na.")
    assert page.field("E-mailadres")["value"] == "noor@"
    assert count(app, Contact) == 0


def test_without_a_mail_server_nobody_is_asked_and_nothing_is_kept(app, group, noor):
    page = door(app, group)
    assert "E-mailadres" not in page.text
    page.send("Doe mee", counts="yes", email=NOOR)
    assert "Deze omgeving verstuurt geen mail." in noor.see("/account/mail").text
    noor.post("/account/mail", email=NOOR)
    assert count(app, Contact) == 0
    for path in ("/account/recover", "/account/recovery", "/account/recover/token"):
        assert noor.browser.get(path).status_code == 404
    assert "herstel via e-mail" not in Page.at(app.test_client(), "/account/sign-in").text.lower()


@pytest.mark.usefixtures("post")
def test_who_is_reminded_already_is_told_so_at_the_next_door(app, member, training):
    member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    other = training.group(training.trainer(), name="Najaar")
    page = door(app, other, member.browser)
    assert "Je krijgt ook voor deze groep herinneringen." in page.text
    page.send("Doe mee", counts="yes")
    assert count(app, Wish) == 3


@pytest.mark.usefixtures("post")
def test_a_trainer_at_the_door_is_asked_like_anybody(app, group, browser):
    assert door(app, group, browser).field("E-mailadres")


@pytest.mark.usefixtures("post")
def test_an_address_is_seen_changed_and_stopped_by_its_person(app, member):
    page = member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    assert "Je herinneringen staan aan." in page.text
    assert NOOR in page.text
    page = page.send("Verander het adres", email="nieuw@example.org")
    assert whereto(member) == ("nieuw@example.org", "nl")
    assert NOOR not in page.text
    page = page.send("Stop de herinneringen en wis mijn adres")
    assert "je adres is gewist" in page.text
    assert whereto(member) is None
    assert (count(app, Contact), count(app, Wish)) == (0, 0)


@pytest.mark.usefixtures("post")
def test_the_page_says_what_is_wrong_and_takes_only_our_own_form(member):
    page = member.see("/account/mail").send("Stuur mij herinneringen", email="noor")
    assert (page.status, page.field("E-mailadres")["value"]) == (400, "noor")
    assert member.browser.post("/account/mail", data={"email": NOOR}).status_code == 400
    assert member.browser.post("/account/mail/off").status_code == 400
    assert whereto(member) is None


@pytest.mark.usefixtures("post")
def test_where_nothing_is_ahead_no_address_is_asked_for(noor):
    page = noor.see("/account/mail")
    assert "Er is nu niets om je aan te herinneren." in page.text
    assert page.html.find(id="email") is None


def test_a_reminder_says_that_something_waits_and_nothing_else(post, member, clock):
    member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    assert post.delivered() == []
    clock.forward(days=8)

    (mail,) = post.delivered()

    whole = mail.as_string()
    assert mail["To"] == NOOR
    for word in ("Voorjaar", "Academie", "nveiligheid", member.code):
        assert word not in whole
    assert post.delivered() == []
    assert count(post.app, Outbox) == 0


def test_a_language_is_that_of_opting_in(post, member, clock):
    member.browser.set_cookie("language", "en", domain="127.0.0.1")
    member.see("/account/mail").send("Send me reminders", email=NOOR)
    clock.forward(days=8)
    assert post.delivered()[0]["Subject"] == "A few more days"


def test_who_has_submitted_is_not_reminded(post, member, training, group, clock):
    member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    member.submitted(moment=training.moments(group)[0])
    clock.forward(days=8)
    assert post.delivered() == []


def test_who_left_the_group_is_not_reminded(post, member, group, clock):
    member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    member.see(f"/account/groups/{group}/leave").send("Verlaat deze groep")
    clock.forward(days=8)
    assert post.delivered() == []
    assert count(post.app, Contact) == 0


def stop_link(post, member, clock):
    member.see("/account/mail").send("Stuur mij herinneringen", email=NOOR)
    clock.forward(days=8)
    (mail,) = post.delivered()
    (path,) = LINK.findall(mail["List-Unsubscribe"].strip("<>"))
    assert f"http://127.0.0.1:8000{path}" in mail.get_content()
    return path


def test_the_link_in_a_mail_stops_without_signing_in_and_survives_a_scanner(post, member, clock):
    path, stranger = stop_link(post, member, clock), post.app.test_client()
    for _ in range(3):
        page = Page.at(stranger, path)
    assert page.heading == "Geen herinneringen meer?"
    assert page.send("Stop de herinneringen").heading == "Je krijgt geen herinneringen meer"
    assert Page.at(stranger, path).heading == "Je krijgt geen herinneringen meer"
    assert whereto(member) is None
    assert stranger.get("/reflections").status_code == 302  # it opens nothing else


def test_a_mail_program_stops_them_by_one_post_of_its_own(post, member, clock):
    path = stop_link(post, member, clock)
    answer = post.app.test_client().post(path, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert count(post.app, Contact) == 0


def test_a_link_that_never_was_tells_no_more_than_one_that_was_used(client):
    page = Page.at(client, "/mail/stop/nothing")
    assert (page.status, page.heading) == (200, "Je krijgt geen herinneringen meer")
    assert client.post("/mail/stop/nothing").status_code == 200
