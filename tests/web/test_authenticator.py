"""Staff comes in with a password and a code, and sets up the authenticator that shows it."""

import base64
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from reflect.app import create_app
from reflect.records import factors, spares, staff
from tests.pages import Page
from tests.tripwire import Tripwire
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
TRAINER = "trainer@example.org"


def secret(page):
    """The secret that a page shows, as an authenticator takes it in."""
    return base64.b32decode(page.html.find(id="authenticator-secret").get_text().replace(" ", ""))


def invited(training):
    """The address of a link for somebody new."""
    with training.house.database.writing() as db:
        member = staff.one(db, training.trainer())
        factors.drop(db, member.id)
        token = staff.reset(db, member, training.house.clock())
        db.commit()
    return f"/staff/welcome/{token}"


def set_up(page, clock):
    code = factors.code(secret(page), factors.step(clock()))
    return page.send("Controleer en ga verder", code=code)


def test_after_the_first_password_comes_an_authenticator_and_spare_codes(training, client, clock):
    page = Page.at(client, invited(training)).send("Bewaar en log in", password=PASSWORD)
    assert page.path == "/staff/authenticator"
    assert secret(Page.at(client, page.path)) == secret(page)  # scanned already: still right
    assert client.get("/groups").location == "/staff/code"

    wrong = page.send("Controleer en ga verder", code="000000")
    assert wrong.status == 400
    assert "klok" in wrong.errors[0]

    done = set_up(wrong, clock)
    codes = done.html.find(id="spare-codes").get_text().split()
    assert len(set(codes)) == spares.COUNT
    assert done.follow("Ik heb ze bewaard").path == "/groups"
    again = Page.at(client, "/staff/account")
    assert "10 reservecodes" in again.text
    assert codes[0] not in again.response.text


def test_a_code_opens_one_session_and_none_more(training):
    training.trainer()
    code = training.code()
    first, second = training.halfway(), training.halfway()

    assert Page.at(first, "/staff/code").send("Ga verder", code=code).path == "/groups"
    page = Page.at(second, "/staff/code").send("Ga verder", code=code)
    assert page.status == 400
    assert second.get("/groups").location == "/staff/code"


def test_the_session_after_the_code_is_another_one(training):
    training.trainer()
    browser = training.halfway()
    half = browser.get_cookie("session", domain="127.0.0.1").value
    Page.at(browser, "/staff/code").send("Ga verder", code=training.code())

    browser.set_cookie("session", half, domain="127.0.0.1")
    assert browser.get("/groups").location == "/staff/sign-in"


def test_who_knows_the_password_alone_sets_up_no_authenticator_of_their_own(training):
    training.trainer()
    browser = training.halfway()

    assert browser.get("/staff/authenticator").location == "/staff/code"
    assert browser.post("/staff/authenticator").location == "/staff/code"
    assert browser.post("/staff/spare-codes").location == "/staff/code"


def test_a_spare_code_lets_in_once_and_says_so(training):
    me = training.trainer()
    with training.house.database.writing() as db:
        code, *_ = spares.renew(db, me)
        db.commit()

    page = Page.at(training.halfway(), "/staff/code").send("Ga verder", spare=code)
    assert page.path == "/staff/account"
    assert "Die werkt niet nog een keer." in page.text
    assert "Je hebt nog 9 reservecodes." in page.text
    again = Page.at(training.halfway(), "/staff/code").send("Ga verder", spare=code)
    assert again.status == 400


def test_after_five_wrong_codes_even_the_right_one_waits_a_quarter_of_an_hour(training, clock):
    training.trainer()
    page = Page.at(training.halfway(), "/staff/code")
    assert page.send("Ga verder", code="").errors == ["Vul de code in, of een reservecode."]
    for _ in range(5):
        assert page.send("Ga verder", code="000000").status == 400

    assert page.send("Ga verder", code=training.code()).status == 429
    clock.forward(minutes=14, seconds=59)
    assert Page.at(training.halfway(), "/staff/code").send("Ga verder", code="").status == 400
    clock.forward(seconds=1)
    page = Page.at(training.halfway(), "/staff/code").send("Ga verder", code=training.code())
    assert page.path == "/groups"


def test_fifty_wrong_codes_shut_the_door_until_a_reset(training):
    me = training.trainer()
    with training.house.database.writing() as db:
        factors.of(db, me).failures = factors.LOCKED_AFTER
        db.commit()

    page = Page.at(training.halfway(), "/staff/code").send("Ga verder", code=training.code())
    assert page.status == 429
    assert "op slot" in page.errors[0]


def test_another_authenticator_takes_over_once_its_code_is_typed(training, clock):
    training.trainer()
    browser, elsewhere = training.signed_in(), training.signed_in()
    clock.forward(minutes=1)
    page = Page.at(browser, "/staff/account").follow("Stel een andere authenticator in")
    fresh = secret(page)
    assert set_up(page, clock).heading == "Bewaar je reservecodes"

    assert browser.get("/groups").status_code == 200
    assert elsewhere.get("/groups").location == "/staff/sign-in"
    old = training.code()
    new = factors.code(fresh, factors.step(clock() + timedelta(seconds=30)))
    again = training.halfway()
    page = Page.at(again, "/staff/code").send("Ga verder", code=old)
    assert page.status == 400
    assert page.send("Ga verder", code=new).status == 200
    assert again.get("/groups").status_code == 200


def test_a_form_of_another_session_proves_nothing(training):
    training.trainer()
    browser = training.halfway()
    code = {"code": training.code(), "csrf_token": "0" * 64}
    assert browser.post("/staff/code", data=code).location == "/staff/code?said=again"
    whole = training.signed_in()
    assert whole.get("/staff/code").location == "/groups"
    for path in ("/staff/authenticator", "/staff/spare-codes"):
        assert re.search("said=again$", whole.post(path).location), path


def test_in_a_trial_a_password_may_do_and_an_authenticator_is_asked_once_there_is_one(
    training, clock
):
    training.trainer()
    app = create_app(replace(training.house.config, second_factor="optional"), clock=clock)
    app.test_client_class = Tripwire
    browser = app.test_client()
    sent = {"email": TRAINER, "password": PASSWORD}
    assert Page.at(browser, "/staff/sign-in").send("Log in", **sent).path == "/staff/code"

    with training.house.database.writing() as db:
        factors.drop(db, staff.by_email(db, training.house.ring, TRAINER).id)
        db.commit()
    page = Page.at(browser, "/staff/sign-in").send("Log in", **sent)
    assert page.path == "/groups"
    page = Page.at(browser, "/staff/account")
    assert "wachtwoord alleen" in page.text
    assert set_up(page.follow("Stel een authenticator in"), clock).status == 200
    app.extensions["reflect"].database.close()
