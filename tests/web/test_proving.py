"""What is proved beyond a password is proved once, however many try at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

from reflect.records import factors, sessions, spares
from tests.pages import Page
from tests.web.training import SECRET

AT_ONCE = 20


def half(training, staff_id):
    """A browser of somebody who typed the password, and nothing more."""
    with training.house.database.writing() as db:
        owner = {"owner": staff_id, "at": training.house.clock()}
        token = sessions.begin(db, kind="staff", **owner)
        db.commit()
    browser = training.app.test_client()
    browser.set_cookie("session", token, domain="127.0.0.1")
    return browser


def many(do):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(do, range(AT_ONCE)))


def test_of_twenty_who_bring_the_same_code_at_once_one_comes_in(training, trainer):
    house, at = training.house, training.house.clock()
    with house.database.writing() as db:
        spare, *_ = spares.renew(db, trainer)
        db.commit()

    def tried(number: int) -> bool:
        with house.database.writing() as db:
            if number % 2:
                is_right = spares.use(db, trainer, spare)
            else:
                is_right = factors.check(
                    db, house.ring, trainer, factors.code(SECRET, factors.step(at)), at
                )
            db.commit()
        return is_right

    came = many(tried)
    assert (sum(came[::2]), sum(came[1::2])) == (1, 1)


def test_of_two_who_set_up_an_authenticator_at_once_one_has_it(training, trainer, monkeypatch):
    with training.house.database.writing() as db:
        factors.drop(db, trainer)
        db.commit()
    both, accepted = threading.Barrier(2), factors.accepted

    def together(secret, typed, at):
        both.wait(10)
        return accepted(secret, typed, at)

    def set_up(browser):
        page = Page.at(browser, "/staff/authenticator")
        token = page.html.select_one("[name=csrf_token]")["value"]
        secret = factors.fresh(
            training.house.ring, browser.get_cookie("session", domain="127.0.0.1").value, None
        )
        code = factors.code(secret, factors.step(training.house.clock()))
        sent = {"csrf_token": token, "code": code}
        return browser.post("/staff/authenticator", data=sent)

    monkeypatch.setattr(factors, "accepted", together)
    browsers = [half(training, trainer) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(set_up, browsers), key=lambda answer: answer.status_code)
    assert [answer.status_code for answer in answers] == [200, 302]
    assert answers[1].location in ("/staff/code", "/staff/sign-in")
