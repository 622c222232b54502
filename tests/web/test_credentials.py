"""What a member of staff comes in with: seen, changed, and ended elsewhere."""

import pytest

from reflect.records import outbox, staff
from tests.pages import Page
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
IPAD = "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) CriOS/140.0 Safari/604.1"


def on(training, agent, cookies=()):
    """Signed in on a device; cookies: those of an earlier time."""
    browser = training.app.test_client()
    browser.environ_base["HTTP_USER_AGENT"] = agent
    for name, value in cookies:
        browser.set_cookie(name, value, domain="127.0.0.1")
    sent = {"email": "trainer@example.org", "password": PASSWORD}
    page = Page.at(browser, "/staff/sign-in").send("Log in", **sent)
    return browser, page.send("Ga verder", code=training.code())


def device(browser):
    return [("device", browser.get_cookie("device", domain="127.0.0.1").value)]


def test_the_account_tells_the_roles_and_where_one_is_signed_in(training, browser, clock):
    clock.forward(minutes=1)
    on(training, IPAD)
    half = training.halfway()
    page = Page.at(browser, "/groups").follow("Mijn account")
    assert "Trainer bij Academie voor Jeugd" in page.text
    assert "Chrome op iPad sinds 21 november 2026" in page.text
    assert len(page.html.select("main ul.list > li")) == 2
    assert half.get("/staff/account").location == "/staff/code"


def test_one_other_device_is_signed_out_and_nobody_elses(training, browser, clock):
    training.trainer("ander@example.org")
    other = training.signed_in("ander@example.org")
    clock.forward(minutes=1)
    ipad, _ = on(training, IPAD)
    page = Page.at(browser, "/staff/account")
    form = page.html.select_one("form[action*='/sessions/'][action$='/end']")
    token = Page.at(other, "/staff/account").html.find("input", {"name": "csrf_token"})["value"]

    other.post(form["action"], data={"csrf_token": token})
    assert ipad.get("/groups").status_code == 200
    assert "uitgelogd" in page.send("Log daar uit: Chrome op iPad").text
    assert ipad.get("/groups").location == "/staff/sign-in"


def test_a_new_password_signs_out_elsewhere(training, browser, clock):
    clock.forward(minutes=1)
    ipad, _ = on(training, IPAD)
    page = Page.at(browser, "/staff/account").follow("Kies een ander wachtwoord")
    assert "12" in page.send("Bewaar het wachtwoord", password="x" * 11).errors[0]
    with training.house.database.writing() as db:  # a link that lies about in a mailbox
        me = staff.by_email(db, training.house.ring, "trainer@example.org")
        lost = staff.reset(db, me, clock())
        db.commit()
    done = page.send("Bewaar het wachtwoord", password="een heel ander wachtwoord")
    assert done.path == "/staff/account"
    assert browser.get(f"/staff/welcome/{lost}").status_code == 404
    assert ipad.get("/groups").location == "/staff/sign-in"
    again = training.app.test_client()
    sent = {"email": "trainer@example.org", "password": PASSWORD}
    assert Page.at(again, "/staff/sign-in").send("Log in", **sent).status == 400


def test_a_strange_device_is_told_at_the_next_sign_in_elsewhere(training, clock):
    training.trainer()
    mine, landed = on(training, "Firefox Windows")
    assert landed.path == "/groups"
    clock.forward(minutes=1)
    _, landed = on(training, IPAD)
    assert landed.path == "/groups"  # whoever sits there is not the one to ask
    clock.forward(minutes=1)

    again, landed = on(training, "Firefox Windows", device(mine))
    assert landed.path == "/staff/account"
    assert "Chrome op iPad, 21 november 2026" in landed.text
    assert "Dat apparaat kennen we nu." in landed.send("Dat was ik").text
    clock.forward(minutes=1)
    assert on(training, "Firefox Windows", device(again))[1].path == "/groups"
    clock.forward(minutes=1)
    Page.at(again, "/groups").send("Uitloggen")
    assert device(again) == device(mine)


def test_where_mail_is_sent_a_strange_device_is_mailed_too(training, clock, monkeypatch):
    monkeypatch.setattr(type(training.house.config), "sends_mail", property(lambda _: True))
    training.trainer()
    for agent in ("Firefox Windows", IPAD):
        on(training, agent)
        clock.forward(minutes=1)
    with training.house.database.writing() as db:
        letter = outbox.claim(db, training.house.ring, clock()).letter
        assert outbox.claim(db, training.house.ring, clock()) is None
    assert (letter.kind, letter.to) == ("device", "trainer@example.org")


@pytest.mark.parametrize(
    "path", ["password", "sessions/end-others", f"sessions/{'0' * 22}/end", "devices/known"]
)
def test_a_form_that_is_not_ours_changes_nothing(browser, path):
    assert browser.post(f"/staff/account/{path}").location.endswith("?said=again")
