"""An administrator invites colleagues, gives and takes roles, and ends access at once."""

import pytest

from reflect.records import outbox, staff
from tests.pages import Page
from tests.web.importing import ADMINISTRATOR, administrator
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HERE = "/admin/staff"
TRAINER = "trainer@example.org"


@pytest.fixture
def boss(training):
    """A browser of an administrator."""
    return administrator(training)


def invite(browser, email, role="trainer") -> Page:
    page = Page.at(browser, f"{HERE}/invite")
    place = page.html.select_one("option[selected]")["value"]  # the only one there is
    return page.send("Nodig uit", email=email, role=role, organisation=place)


def link(page):
    return page.html.find(id="staff-link").get_text().removeprefix("http://127.0.0.1:8000")


def test_somebody_invited_comes_in_by_a_link_that_works_once(boss, client):
    page = invite(boss, "Nieuw@example.org")
    assert page.heading == "Geef deze link door"
    address = link(page)
    assert client.get(address).status_code == 200
    came = Page.at(client, address).send("Bewaar en log in", password=PASSWORD)
    assert came.path == "/staff/authenticator"
    assert client.get(address).status_code == 404
    listed = Page.at(boss, HERE)
    assert "nieuw@example.org" in listed.text
    assert "Heeft een wachtwoord, en nog geen authenticator" in listed.text


def test_what_is_missing_in_an_invitation_is_said_at_its_field(boss):
    page = Page.at(boss, f"{HERE}/invite")
    wrong = page.send("Nodig uit", email="geen adres", role="baas", organisation="nergens")
    assert wrong.status == 400
    assert [field["href"] for field in wrong.html.select(".error-summary a")] == [
        "#role",
        "#organisation",
        "#email",
    ]


def test_where_mail_is_sent_the_link_is_mailed_and_shown_to_nobody(
    training, boss, clock, monkeypatch
):
    monkeypatch.setattr(type(training.house.config), "sends_mail", property(lambda _: True))
    for _ in range(2):  # the second link is the one that works, and the only one that goes
        page = invite(boss, "nieuw@example.org")
    assert page.heading == "De link is onderweg"
    with training.house.database.writing() as db:
        letter = outbox.claim(db, training.house.ring, clock()).letter
        assert outbox.claim(db, training.house.ring, clock()) is None
        assert staff.invited(db, letter.code, clock()) is not None
    assert letter.kind == "welcome"
    assert letter.code not in page.response.text


def test_a_role_given_or_taken_counts_at_the_next_request(training, boss):
    member = training.trainer(TRAINER)
    browser = training.signed_in(TRAINER)
    assert browser.get(HERE).status_code == 404

    page = invite(boss, TRAINER, "administrator")
    assert page.path == f"{HERE}/{member}"
    assert browser.get(HERE).status_code == 200
    page = page.send("Neem deze rol af: Beheerder")
    assert "De rol is afgenomen." in page.text
    assert browser.get(HERE).status_code == 404
    assert "Neem deze rol af" not in page.text

    page = page.send("Geef deze rol", role="administrator")
    assert browser.get(HERE).status_code == 200
    assert page.send("Geef deze rol", role="").errors == ["Kies een rol."]


def test_access_that_ends_is_gone_at_the_next_request(training, boss):
    member = training.trainer(TRAINER)
    training.group(member)
    browser = training.signed_in(TRAINER)
    page = Page.at(boss, f"{HERE}/{member}").follow("Beëindig de toegang")
    assert "Er is nog één groep van deze medewerker" in page.text
    page = page.send("Ja, beëindig de toegang")
    assert "Heeft geen toegang meer" in page.text
    assert browser.get("/groups").location == "/staff/sign-in"
    sent = {"email": TRAINER, "password": PASSWORD}
    again = training.app.test_client()
    assert Page.at(again, "/staff/sign-in").send("Log in", **sent).status == 400


def test_a_new_link_is_for_the_password_and_if_it_is_lost_the_authenticator(training, boss):
    member = training.trainer(TRAINER)
    page = Page.at(boss, f"{HERE}/{member}").send("Maak een nieuwe link")
    browser = training.app.test_client()
    came = Page.at(browser, link(page)).send("Bewaar en log in", password=PASSWORD)
    assert came.path == "/staff/code"

    page = Page.at(boss, f"{HERE}/{member}").send("Maak een nieuwe link", factor="yes")
    came = Page.at(browser, link(page)).send("Bewaar en log in", password=PASSWORD)
    assert came.path == "/staff/authenticator"


def test_nobody_changes_what_they_may_do_themselves(training, boss):
    with training.house.database.reading() as db:
        me = staff.by_email(db, training.house.ring, ADMINISTRATOR).id
        (role,) = staff.roles(db, me)
    page = Page.at(boss, f"{HERE}/{me}")
    assert "een andere beheerder" in page.text
    sent = {"csrf_token": page.html.find("input", {"name": "csrf_token"})["value"]}
    for path in (f"roles/{role.id}/take", "link", "end"):
        assert boss.post(f"{HERE}/{me}/{path}", data=sent).status_code == 403, path
    assert invite(boss, ADMINISTRATOR).status == 403


def test_who_was_an_administrator_a_moment_ago_changes_nothing(training, boss, monkeypatch):
    member = training.trainer(TRAINER)
    page, roles, asked = Page.at(boss, f"{HERE}/{member}/end"), staff.roles, []

    def at_the_door_alone(db, staff_id):
        asked.append(staff_id)
        return roles(db, staff_id) if len(asked) == 1 else []

    monkeypatch.setattr(staff, "roles", at_the_door_alone)
    assert page.send("Ja, beëindig de toegang").status == 404
    assert len(asked) == 2
    monkeypatch.undo()
    with training.house.database.reading() as db:
        assert staff.one(db, member).password_hash is not None


@pytest.mark.parametrize("path", ["link", f"roles/{'0' * 22}/take"])
def test_a_form_that_is_not_ours_changes_nothing(training, boss, path):
    member = training.trainer(TRAINER)
    assert boss.post(f"{HERE}/{member}/{path}").location.endswith("?said=again")
