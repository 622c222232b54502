"""Staff come in with what only they know, and nobody learns who is staff."""

import re

import pytest

from reflect.records import organisations, passwords, staff
from tests.pages import Page
from tests.web.training import PASSWORD

TRAINER = "trainer@example.org"


@pytest.fixture
def link(training):
    """The address of a one-time link."""
    with training.house.database.writing() as db:
        place = organisations.named(db, "Academie")
        member = staff.add(db, training.house.ring, TRAINER, "trainer", place)
        token = staff.reset(db, member, training.house.clock())
        db.commit()
    return f"/staff/welcome/{token}"


def tokens(client, path="/staff/code"):
    """The token of this session's forms."""
    return {"csrf_token": Page.at(client, path).html.find("input", {"name": "csrf_token"})["value"]}


def try_in(client, email, password):
    return client.post("/staff/sign-in", data={"email": email, "password": password})


def test_a_trainer_signs_in_and_lands_on_their_groups(training, client):
    training.trainer()

    page = Page.at(client, "/groups")
    assert page.path == "/staff/sign-in"

    page = page.send("Log in", email=" Trainer@Example.org ", password=PASSWORD)
    page = page.send("Ga verder", code=training.code())
    assert page.path == "/groups"
    assert Page.at(client, "/staff/sign-in").path == "/groups"


def test_the_session_is_in_a_cookie_that_scripts_and_other_sites_do_not_get(training, client):
    training.trainer()

    cookie = try_in(client, TRAINER, PASSWORD).headers["Set-Cookie"]
    answer = client.post("/staff/code", data={"code": training.code(), **tokens(client)})

    assert re.fullmatch(r"session=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", cookie)
    assert cookie != answer.headers.getlist("Set-Cookie")[0]
    device = answer.headers.getlist("Set-Cookie")[1]
    assert re.fullmatch(
        r"device=[\w-]{43}; Expires=[^;]+; Max-Age=31622400; HttpOnly; Path=/; SameSite=Lax", device
    )


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(training, client):
    training.trainer()

    known, unknown = (try_in(client, who, "x" * 12) for who in (TRAINER, "niemand@example.org"))

    assert known.status_code == unknown.status_code == 400
    assert known.text.replace(TRAINER, "") == unknown.text.replace("niemand@example.org", "")


def test_as_much_is_hashed_for_an_unknown_address(training, client, monkeypatch):
    training.trainer()
    asked = []
    monkeypatch.setattr(passwords, "verify", lambda *given: asked.append(given))

    try_in(client, TRAINER, "x" * 12)
    try_in(client, "niemand@example.org", "x" * 12)

    assert len(asked) == 2


@pytest.mark.parametrize("email", [TRAINER, "niemand@example.org"])
def test_after_five_failures_an_account_waits_a_quarter_of_an_hour(training, client, clock, email):
    training.trainer()
    for _ in range(5):
        assert try_in(client, email, "verkeerd").status_code == 400

    refused = try_in(client, email, PASSWORD)

    assert refused.status_code == 429
    assert "kwartier" in refused.text
    clock.forward(minutes=15)
    assert try_in(client, email, PASSWORD).status_code == (302 if email == TRAINER else 400)


def test_a_guess_that_was_hashed_while_others_failed_is_refused_too(training, client, monkeypatch):
    training.trainer()
    right = passwords.verify

    def meanwhile(kept, password):
        monkeypatch.setattr(passwords, "verify", right)
        for _ in range(5):
            try_in(training.app.test_client(), TRAINER, "verkeerd")
        return right(kept, password)

    monkeypatch.setattr(passwords, "verify", meanwhile)

    assert try_in(client, TRAINER, PASSWORD).status_code == 429


def test_a_room_of_trainers_behind_one_address_signs_in(training):
    for number in range(25):
        training.trainer(f"t{number}@example.org")

    answers = [
        try_in(training.app.test_client(), f"t{number}@example.org", PASSWORD)
        for number in range(25)
    ]

    assert {answer.status_code for answer in answers} == {302}


def test_signing_in_again_ends_the_session_that_was(training, client):
    training.trainer()
    try_in(client, TRAINER, PASSWORD)
    old = client.get_cookie("session", domain="127.0.0.1").value
    page = Page.at(client, "/groups")
    sent = {"email": TRAINER, "password": PASSWORD, **tokens(client)}
    assert page.path == "/staff/code"

    client.post("/staff/sign-in", data=sent)

    assert client.get_cookie("session", domain="127.0.0.1").value != old
    client.set_cookie("session", old, domain="127.0.0.1")
    assert client.get("/groups").location == "/staff/sign-in"


def test_signing_out_ends_the_session_on_the_server(training):
    training.trainer()
    browser = training.signed_in()
    token = browser.get_cookie("session", domain="127.0.0.1").value
    form = Page.at(browser, "/groups").html.find("input", {"name": "csrf_token"})["value"]

    left = browser.post("/staff/sign-out", data={"csrf_token": form})

    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'  # the device stays known
    assert browser.get_cookie("session", domain="127.0.0.1") is None
    browser.set_cookie("session", token, domain="127.0.0.1")
    assert browser.get("/groups").location == "/staff/sign-in"


def test_nobody_is_signed_out_by_a_form_that_is_not_ours(training):
    training.trainer()
    browser = training.signed_in()

    assert browser.post("/staff/sign-out").status_code == 400
    assert browser.get("/groups").status_code == 200


def test_a_session_ends_after_a_quarter_of_an_hour_of_silence(training, clock):
    training.trainer()
    browser = training.signed_in()

    clock.forward(minutes=14)
    assert browser.get("/groups").status_code == 200
    clock.forward(minutes=15)
    assert browser.get("/groups").status_code == 302


def test_looking_at_the_link_uses_nothing_up(link, client):
    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert client.get_cookie("session", domain="127.0.0.1") is None

    page = Page.at(client, link).send("Bewaar en log in", password=PASSWORD)

    assert page.path == "/staff/authenticator"


def test_the_link_works_once(link, client):
    Page.at(client, link).send("Bewaar en log in", password=PASSWORD)
    assert client.get(link).status_code == 404
    assert client.post(link, data={"password": PASSWORD}).status_code == 404


def test_the_link_lapses_after_a_day(link, client, clock):
    clock.forward(hours=24)
    assert client.get(link).status_code == 404


@pytest.mark.parametrize(("password", "limit"), [("x" * 11, "12"), ("x" * 201, "200"), ("", "12")])
def test_a_password_has_12_to_200_characters(link, client, password, limit):
    page = Page.at(client, link).send("Bewaar en log in", password=password)

    assert page.status == 400
    assert limit in page.errors[0]
    assert "x" * 11 not in page.response.text


@pytest.mark.parametrize("password", ["geen cijfers", "é" * 200, "            "])
def test_no_other_rule_holds_for_a_password(link, client, password):
    assert Page.at(client, link).send("Bewaar en log in", password=password).status == 200


@pytest.mark.parametrize("password", ["1q2w3e4r5t6y", "QwertyQwerty"])
def test_what_everybody_tries_first_is_no_password(link, client, password):
    page = Page.at(client, link).send("Bewaar en log in", password=password)

    assert page.status == 400
    assert "gelekt" in page.errors[0]
    assert password not in page.response.text


def test_a_choice_of_password_without_our_form_changes_nothing(link, training):
    training.trainer("ander@example.org")
    browser = training.signed_in("ander@example.org")

    answer = browser.post(link, data={"password": PASSWORD})

    assert answer.location == f"{link}?said=again"
    assert browser.get(link).status_code == 200


def test_who_is_somebody_already_signs_in_with_our_form_only(training):
    training.trainer()
    browser = training.signed_in()

    answer = try_in(browser, TRAINER, PASSWORD)

    assert answer.location == "/staff/sign-in?said=again"
