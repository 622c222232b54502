"""People are invited by mail: pasted, looked at, first to oneself, and then to everybody."""

import pytest

from reflect.records import dispatches
from reflect.records.outbox import Outbox
from tests.pages import Page
from tests.web.mailing import mailing

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

TRAINER, NOOR, SAM = "trainer@example.org", "noor@example.nl", "sam@example.nl"
PASTED = f"Noor <{NOOR}>; {SAM}\r\nNOOR@example.nl"
TO_ME, TO_ALL = "Stuur de mail naar mij", "Verstuur 2 uitnodigingen"


@pytest.fixture
def group(training, trainer):
    return training.group(trainer)


@pytest.fixture
def post(app):
    with mailing(app) as post:
        yield post


@pytest.fixture
def paste(post, browser, group):
    assert post

    def pasted(text=PASTED):
        page = Page.at(browser, f"/groups/{group}").follow("Nodig uit per mail")
        return page.send("Bekijk de mail", addresses=text)

    return pasted


def typed(page) -> str:
    return page.html.find(id="addresses").get_text().removeprefix("\n")


def waiting(post) -> int:
    with post.house.database.reading() as db:
        return db.query(Outbox).count()


def test_after_a_look_and_a_mail_to_oneself_everybody_gets_that_very_mail(post, paste):
    page = paste()
    assert "Aan 2 adressen" in page.text
    assert "1 adres stond er dubbel" in page.text
    assert waiting(post) == 0
    page = page.send(TO_ME)
    (mine,) = post.delivered()
    assert mine["To"] == TRAINER
    assert " ".join(mine.get_content().split()) in page.text
    assert mine["Subject"] in page.text

    page = page.send(TO_ALL, arrived="yes")

    assert "onderweg" in page.text
    theirs = post.delivered()
    assert sorted(mail["To"] for mail in theirs) == [NOOR, SAM]
    assert {mail.get_content() for mail in theirs} == {mine.get_content()}
    assert waiting(post) == 0


def test_the_mail_leads_to_the_group_and_names_nothing(post, paste):
    page = paste()
    page.send(TO_ME)
    (mail,) = post.delivered()
    whole = mail.as_string() + mail.get_content()
    for word in ("Voorjaar", "Academie", "nveiligheid", TRAINER.partition("@")[0] + " "):
        assert word not in whole.replace("Je trainer", "").replace(" trainer ", "")
    words = mail.get_content().split()
    link = next(word for word in words if "/join/" in word)
    assert link.count("/") == 4  # a code for all, and nothing of who got it
    stranger = post.app.test_client()
    for _ in range(3):  # a scanner looks as often as it likes
        assert Page.at(stranger, link.removeprefix("http://127.0.0.1:8000")).status == 200


def test_a_press_made_twice_sends_once(post, paste):
    page = paste()
    for _ in range(2):
        tested = page.send(TO_ME)
    assert len(post.delivered()) == 1
    for _ in range(2):
        sent = tested.send(TO_ALL, arrived="yes")
        assert "onderweg" in sent.text
        post.delivered()
    assert len(post.sink.mails) == 3


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"arrived": None}, "Kruis aan dat de mail bij jou is aangekomen"),
        ({"arrived": "yes", "tested": "nonsense"}, "Stuur deze mail eerst naar jezelf"),
    ],
)
def test_nothing_goes_to_others_before_it_came_to_oneself(post, paste, fields, words):
    page = paste().send(TO_ME)
    post.delivered()

    page = page.send(TO_ALL, **fields)

    assert (page.status, page.errors) == (400, [f"{words}."])
    assert post.delivered() == []


def test_a_test_of_another_code_is_no_test(post, paste, browser, group):
    page = paste().send(TO_ME)
    Page.at(browser, f"/groups/{group}").send("Maak een nieuwe code")
    post.delivered()

    again = page.send(TO_ALL, arrived="yes")

    assert again.errors == ["Stuur deze mail eerst naar jezelf."]
    assert post.delivered() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Plak minstens één e-mailadres."),
        (f"{NOOR}\n\nsam.example.nl", "Regel 3, \u2018sam.example.nl\u2019: er mist een @."),
        ("x" * 70, f"Regel 1, \u2018{'x' * 60}…\u2019: er mist een @."),
        ("a\n" * 10, "En nog 2 adressen die niet kloppen."),
        ("\n".join(f"{n}@example.nl" for n in range(15)), "Dit zijn 15 adressen"),
        ("x" * 40_001, "Dit is te veel tekst"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(paste, text, words):
    page = paste(text)

    assert page.status == 400
    assert page.errors[-1].startswith(words)
    assert typed(page) == text
    assert typed(paste().send("Pas de adressen aan")) == PASTED


def test_no_more_than_a_days_worth_goes(post, paste, monkeypatch):
    monkeypatch.setattr(dispatches, "MOST", 2)
    assert "op een dag 2 mails" in paste().errors[0]
    page = paste(NOOR)
    page.send(TO_ME)
    assert "vandaag nog 1." in page.send(TO_ME, once="another").errors[0]
    monkeypatch.setattr(dispatches, "MOST", 3)
    assert len(post.delivered()) == 1


def test_two_pages_at_once_share_a_days_worth(post, paste, monkeypatch):
    page = paste().send(TO_ME)
    monkeypatch.setattr(dispatches, "send", lambda *_: False)
    assert page.send(TO_ALL, arrived="yes").heading == "Nodig uit per mail"
    assert page.send("Stuur hem mij nog een keer").heading == "Nodig uit per mail"
    assert len(post.delivered()) == 1


def test_when_the_session_ended_the_page_keeps_what_was_pasted_until_its_trainer_is_back(
    training, paste, clock
):
    page = paste()
    clock.forward(minutes=20)
    held = page.send(TO_ME)
    assert (held.status, held.heading) == (401, "Je was even weg")
    assert NOOR not in held.response.get_data(as_text=True)
    held = held.send("Ik ben ingelogd, ga verder")
    assert held.status == 401

    held.client = training.signed_in()
    back = held.send("Ik ben ingelogd, ga verder")

    assert typed(back) == PASTED
    assert back.send("Bekijk de mail").heading == "Kijk het na"


def test_what_another_trainer_pasted_opens_for_nobody_else(training, paste, clock):
    page = paste()
    clock.forward(minutes=20)
    held = page.send(TO_ME)
    training.trainer("ander@example.org")
    held.client = training.signed_in("ander@example.org")

    answer = held.send("Ik ben ingelogd, ga verder")

    assert answer.status == 404
    assert NOOR not in answer.text


def test_a_form_that_is_not_ours_sends_nothing(post, paste):
    page = paste().send(TO_ME, csrf_token="stale")
    assert (page.status, typed(page)) == (400, PASTED)
    assert waiting(post) == 0


def test_while_nobody_can_join_nobody_is_invited(post, paste, browser, group):
    page = paste()
    Page.at(browser, f"/groups/{group}").send("Stop de code")

    stopped = page.send(TO_ME)

    assert (stopped.status, typed(stopped)) == (400, PASTED)
    assert Page.at(browser, f"/groups/{group}/invite").path == f"/groups/{group}"
    assert waiting(post) == 0


def test_a_trainer_to_whom_no_mail_can_go_sends_none(post, training):
    mine = training.group(training.trainer("tré@example.org"))
    page = Page.at(training.signed_in("tré@example.org"), f"/groups/{mine}/invite")
    assert "je eigen adres" in page.send("Bekijk de mail", addresses=NOOR).errors[0]
    assert waiting(post) == 0


def test_where_no_mail_is_sent_the_page_of_the_group_says_what_does_the_same(browser, group):
    page = Page.at(browser, f"/groups/{group}/invite")
    assert page.path == f"/groups/{group}"
    assert "De code, de QR-code en de link doen hetzelfde." in page.text
