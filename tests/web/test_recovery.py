"""Recovery by e-mail, by its own person and by who lost the code; and by nobody else."""

import logging

import pytest

from reflect.records.outbox import Outbox
from reflect.records.recovery import Recovery
from tests.pages import Page
from tests.web.mailing import CODE, mailing
from tests.web.reflecting import count, somebody

NOOR = "noor@example.org"
PRICE = "Wie jouw mailbox kan lezen, kan dan ook je antwoorden lezen. Gebruik je privé-adres."


@pytest.fixture
def post(app):
    with mailing(app) as postal:
        yield postal


def switch_on(post, noor) -> Page:
    page = noor.see("/account/recovery")
    assert PRICE in page.text
    page = page.send("Stuur mij een controlecode", email=NOOR)
    assert "Er is een controlecode onderweg" in page.text
    (mail,) = post.delivered()
    code = CODE.search(mail.get_content())[0]
    return page.send("Zet herstel via e-mail aan", check=code)


def ask(post, email=NOOR) -> Page:
    page = Page.at(post.app.test_client(), "/account/sign-in").follow("Vraag een nieuwe code aan")
    return page.send("Stuur mij een mail", email=email)


def test_it_is_switched_on_by_a_code_from_the_mailbox_and_says_what_it_costs(post, noor):
    page = switch_on(post, noor)
    assert "Herstel via e-mail staat aan." in page.text
    assert PRICE in page.text
    assert NOOR in page.text
    assert "Herstel via e-mail staat aan." in noor.see("/account/mail").text


def test_a_wrong_code_switches_nothing_on_and_five_are_enough(post, noor, clock):
    page = noor.see("/account/recovery").send("Stuur mij een controlecode", email=NOOR)
    (mail,) = post.delivered()
    code = CODE.search(mail.get_content())[0]
    for _ in range(5):
        wrong = page.send("Zet herstel via e-mail aan", check="0000-0000")
        assert (wrong.status, wrong.errors[0][:28]) == (400, "Deze controlecode klopt niet")
    assert page.send("Zet herstel via e-mail aan", check=code).status == 400
    clock.forward(minutes=16)
    assert page.send("Zet herstel via e-mail aan", check=code).status == 200


def test_who_thinks_better_of_it_chooses_again(post, noor):
    page = noor.see("/account/recovery").send("Stuur mij een controlecode", email=NOOR)
    page = page.send("Toch niet, of een ander adres")
    assert page.field("E-mailadres")
    assert count(post.app, Recovery) == 0


def test_a_lost_code_becomes_a_new_one_and_the_old_one_opens_nothing(post, noor):
    switch_on(post, noor)
    response = noor.draft(answers={"a1": 4})
    ask(post)
    path, stranger = post.link(), post.app.test_client()

    for _ in range(3):  # a scanner looks
        page = Page.at(stranger, path)
    page = page.send("Maak mijn nieuwe code")

    assert page.heading == "Dit is je nieuwe code"
    code = page.html.select_one("#personal-code").get_text()
    assert Page.at(stranger, f"/reflections/{response}/signalen").status == 200
    assert noor.answers(response)["a1"] == 4
    assert noor.browser.get("/reflections").status_code == 302  # signed out elsewhere
    old = Page.at(post.app.test_client(), "/account/sign-in").send("Ga verder", code=noor.code)
    assert old.status == 400
    new = Page.at(post.app.test_client(), "/account/sign-in").send("Ga verder", code=code)
    assert new.heading == "Mijn reflecties"
    (told,) = post.delivered()
    assert told["Subject"] == "Je hebt een nieuwe persoonlijke code"
    again = Page.at(post.app.test_client(), path)
    assert (again.status, again.heading) == (404, "Deze link opent niets meer")
    assert post.app.test_client().post(path).status_code == 404


def test_a_link_lapses_after_an_hour(post, noor, clock):
    switch_on(post, noor)
    ask(post)
    path = post.link()
    clock.forward(minutes=60)
    assert Page.at(post.app.test_client(), path).follow("Vraag een nieuwe link aan").status == 200


def test_nobody_can_tell_a_known_address_from_an_unknown_one(post, noor):
    switch_on(post, noor)
    answers, rows = [], []
    for email in (NOOR, "nooit@example.org"):
        browser = post.app.test_client()
        answers.append(browser.post("/account/recover", data={"email": email}))
        with post.house.database.reading() as db:
            rows.append([(len(row.sealed), row.tries) for row in db.query(Outbox)])
        (mail,) = post.delivered()
        assert mail["To"] == email
    known, unknown = answers
    assert (known.status_code, known.headers["Location"], known.data) == (
        *(unknown.status_code, unknown.headers["Location"]),
        unknown.data,
    )
    assert rows[0] == rows[1]


def test_a_mailbox_is_not_flooded_and_known_and_unknown_ones_alike(post, noor, clock):
    switch_on(post, noor)
    clock.forward(minutes=61)
    for email in (NOOR, "nooit@example.org"):
        assert [ask(post, email).status for _ in range(3)] == [200, 200, 429]
    assert ask(post, "noor+nog-eens@example.org").status == 429
    clock.forward(minutes=61)
    assert ask(post).status == 200


def test_asking_for_codes_is_limited_for_the_signed_in_too(post, noor):
    for _ in range(2):
        noor.post("/account/recovery", email=NOOR)
    page = Page(noor.browser, noor.post("/account/recovery", email=NOOR))
    assert page.status == 200 or page.errors
    fresh = somebody(post.app)
    late = fresh.post("/account/recovery", email=NOOR)
    assert late.status_code == 429
    assert "Wacht een uur" in late.get_data(as_text=True)


def test_switching_off_destroys_the_key_and_the_links(post, noor):
    page = switch_on(post, noor)
    ask(post)
    path = post.link()
    page = page.send("Zet herstel via e-mail uit")
    assert "De sleutel is vernietigd." in page.text
    assert Page.at(post.app.test_client(), path).status == 404
    assert count(post.app, Recovery) == 0
    (told,) = post.delivered()
    assert (told["To"], told["Subject"]) == (NOOR, "Herstel via e-mail is uitgezet")


def test_without_a_mail_server_what_was_chosen_can_still_be_switched_off(post, noor):
    switch_on(post, noor)
    noor.house.config.__dict__["mail_host"] = ""
    assert noor.see("/account/recovery").status == 404
    page = noor.see("/account").send("Zet herstel via e-mail uit")
    assert "De sleutel is vernietigd." in page.text
    assert NOOR not in page.text
    assert count(post.app, Recovery) == 0


def test_a_new_code_says_what_else_opens_the_answers(post, noor):
    only = "Alleen deze code opent je antwoorden."
    assert only in noor.see("/account/code").send("Maak een nieuwe code").text
    switch_on(post, noor)
    page = noor.see("/account/code").send("Maak een nieuwe code")
    assert only not in page.text
    assert f"wie de mailbox {NOOR} kan lezen" in page.text


@pytest.mark.usefixtures("post")
def test_only_our_own_form_and_only_an_address_will_do(noor):
    for path in ("/account/recovery", "/account/recovery/off", "/account/recovery/check"):
        assert noor.browser.post(path, data={"email": NOOR}).status_code == 400
    page = noor.see("/account/recovery").send("Stuur mij een controlecode", email="noor@")
    assert page.errors[0].startswith("Kijk dit e-mailadres nog eens na.")
    page = Page.at(noor.app.test_client(), "/account/recover").send("Stuur mij een mail", email="")
    assert (page.status, len(page.errors)) == (400, 1)


def test_no_address_stands_in_the_database_or_in_what_is_logged(post, noor, tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        switch_on(post, noor)
        ask(post)
        path = post.link()
        Page.at(post.app.test_client(), path).send("Maak mijn nieuwe code")
        noor.house.database.close()
    secret = path.rpartition("/")[2]
    disk = b"".join(file.read_bytes() for file in tmp_path.glob("reflect.db*"))
    told = [one.getMessage() for one in caplog.records if one.name != "mail.log"]  # the sink's own
    for canary in (NOOR, secret):
        assert canary.encode() not in disk
        assert not [one for one in told if canary in one]
