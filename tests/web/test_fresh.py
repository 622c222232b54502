"""What weighs heavily asks for a fresh code, and nothing that was typed is lost by it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reflect.app import create_app
from reflect.records import attempts, factors
from reflect.web.weighty import ASKS
from tests.pages import Page
from tests.tripwire import Tripwire
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ASKED = "Ben jij het nog?"


@pytest.fixture
def moment(training, trainer):
    group = training.group(trainer)
    moment = training.moments(group)[0]
    training.fill(group, moment, *[Fraction(1, 2)] * 5)
    return moment


def test_within_ten_minutes_nothing_is_asked(browser, moment, clock):
    clock.forward(minutes=9, seconds=59)
    page = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    assert page.path == f"/moments/{moment}"


def test_after_that_a_code_closes_the_moment_in_the_same_press(training, browser, moment, clock):
    clock.forward(minutes=10)
    asked = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    assert (asked.status, asked.heading) == (401, ASKED)
    assert Page.at(browser, f"/moments/{moment}").heading == "Er is nog geen groepsbeeld"

    wrong = asked.send("Bevestig en ga door", confirm_code="000000")
    assert wrong.status == 400
    done = wrong.send("Bevestig en ga door", confirm_code=training.code())
    assert done.path == f"/moments/{moment}"
    assert done.html.select("figure svg")


def test_what_was_typed_comes_along(training, browser, trainer, clock):
    group = training.group(trainer)
    page = Page.at(browser, f"/groups/{group}/hand-over")
    clock.forward(minutes=10)
    asked = page.send("Bied de groep aan", email="collega@example.org")
    done = asked.send("Bevestig en ga door", confirm_code=training.code())
    assert "collega@example.org" in done.text


def test_a_download_is_confirmed_on_the_page_that_offers_it(training, browser, moment, clock):
    Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    clock.forward(minutes=10)
    asked = Page.at(browser, f"/moments/{moment}/export/csv")
    assert (asked.status, asked.heading) == (401, ASKED)

    assert asked.send("Bevestig en ga door", confirm_code="000000").status == 400
    done = asked.send("Bevestig en ga door", confirm_code=training.code())
    assert done.path == f"/moments/{moment}"
    assert "Je kunt het bestand nu downloaden." in done.text
    assert browser.get(f"/moments/{moment}/export/csv").mimetype == "text/csv"


def test_a_password_is_asked_for_after_the_code_and_rides_along_in_no_page(
    training, browser, clock
):
    typed = "een lange nieuwe zin"
    page = Page.at(browser, "/staff/account/password")
    clock.forward(minutes=10)
    asked = page.send("Bewaar het wachtwoord", password=typed)
    assert (asked.status, typed in asked.response.text) == (401, False)
    wrong = asked.send("Bevestig en ga door", confirm_code="000000")
    assert wrong.follow("Toch niet").path == "/staff/account"

    form = wrong.send("Bevestig en ga door", confirm_code=training.code())
    assert form.path == "/staff/account/password"
    assert form.send("Bewaar het wachtwoord", password=typed).path == "/staff/account"


def test_a_form_that_is_not_ours_is_not_made_ours_by_a_code(training, browser, moment, clock):
    clock.forward(minutes=10)
    sent = {"confirm_code": training.code()}
    answer = browser.post(f"/moments/{moment}/close", data=sent)
    assert answer.location.endswith("/close?said=again")
    assert browser.post("/staff/confirm", data=sent | {"next": "//evil.example"}).location == "/"
    assert browser.get(f"/moments/{moment}/export/csv").status_code == 401


def test_guesses_are_counted_as_at_signing_in(training, browser, moment, clock):
    clock.forward(minutes=10)
    asked = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    for _ in range(attempts.LIMITS["account"][0]):
        assert asked.send("Bevestig en ga door", confirm_code="000000").status == 400
    assert asked.send("Bevestig en ga door", confirm_code=training.code()).status == 429
    assert Page.at(browser, f"/moments/{moment}").heading == "Er is nog geen groepsbeeld"


def test_where_there_is_no_authenticator_the_password_is_asked(training, trainer, moment, clock):
    with training.house.database.writing() as db:
        factors.drop(db, trainer)
        db.commit()
    app = create_app(replace(training.house.config, second_factor="optional"), clock=clock)
    app.test_client_class = Tripwire
    browser = app.test_client()
    sent = {"email": "trainer@example.org", "password": PASSWORD}
    Page.at(browser, "/staff/sign-in").send("Log in", **sent)
    page = Page.at(browser, f"/moments/{moment}/close")
    clock.forward(minutes=10)
    asked = page.send("Ja, sluit de meting")
    assert asked.send("Bevestig en ga door", confirm_password="x" * 12).status == 400
    done = asked.send("Bevestig en ga door", confirm_password=PASSWORD)
    assert done.path == f"/moments/{moment}"
    app.extensions["reflect"].database.close()


def test_every_way_to_take_a_picture_along_asks(app):
    files = {rule.endpoint for rule in app.url_map.iter_rules() if "export" in rule.endpoint}
    assert files <= ASKS.keys() <= {rule.endpoint for rule in app.url_map.iter_rules()}
