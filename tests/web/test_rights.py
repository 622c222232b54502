"""Taking everything along, erasing one reflection or everything, and signing out elsewhere."""

import re

import pytest

from reflect.records import groups, people, releases, responses
from reflect.records.people import Person
from reflect.records.responses import Contribution
from reflect.records.sessions import Session
from tests.pages import Page
from tests.web.reflecting import EVERY, count, joined, somebody
from tests.web.routes import NOBODY


def test_the_account_says_what_is_ones_own_and_leads_to_it(noor, training):
    group = joined(noor, training)
    noor.submitted(answers=EVERY)
    page = noor.see("/reflections").follow("Mijn account")
    assert page.heading == "Mijn account"
    for words in ("Voorjaar", "21 november 2026", "tellen mee", "voor onderzoek worden gebruikt"):
        assert words in page.text
    assert page.follow("Verander waar je ja op zei").path == f"/account/groups/{group}"
    assert page.follow("Maak een nieuwe code").path == "/account/code"
    assert page.follow("Wis alles").heading == "Alles wissen"
    assert page.follow("Wis deze reflectie").heading == "Deze reflectie wissen"
    assert "(dit apparaat)" in page.text


def test_once_every_moment_is_closed_it_says_that_nothing_changes(noor, training):
    group = joined(noor, training)
    with training.house.database.writing() as db:
        db.query(groups.Moment).filter_by(group_id=group).update({"state": "closed"})
        db.commit()
    assert "valt niets meer te veranderen" in noor.see("/account").text


def test_somebody_without_anything_finds_an_account_too(noor):
    assert "Je doet met geen groep mee." in noor.see("/account").text


def test_other_devices_are_listed_and_signed_out_one_by_one_or_all(noor):
    def sign_in(agent):
        browser = noor.app.test_client()
        browser.environ_base["HTTP_USER_AGENT"] = agent
        Page.at(browser, "/account/sign-in").send("Ga verder", code=noor.code)
        return browser

    phone = sign_in("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1")
    others = [sign_in("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0") for _ in range(2)]
    page = noor.see("/account")
    assert "Safari op iPhone sinds 21 november 2026" in page.text
    assert page.text.count("Firefox op Windows sinds") == 2
    page = page.send("Log daar uit: Safari op iPhone")
    assert "Op dat apparaat ben je nu uitgelogd." in page.text
    assert phone.get("/reflections").status_code == 302
    assert others[0].get("/reflections").status_code == 200
    page = page.send("Log op alle andere apparaten uit")
    assert noor.browser.get("/reflections").status_code == 200
    assert others[1].get("/reflections").status_code == 302
    assert count(noor.app, Session) == 1


def test_a_language_that_is_chosen_is_the_one_that_mail_is_written_in(noor):
    page = noor.see("/account").send("English")
    assert page.heading == "My account"
    with noor.house.database.reading() as db:
        assert db.get(Person, noor.me.person_id).language == "en"


def test_one_reflection_is_erased_after_a_choice_and_can_be_begun_again(noor, training):
    group = joined(noor, training)
    moment = training.moments(group)[0]
    response, other = noor.submitted(moment=moment, answers=EVERY), noor.submitted()
    assert count(noor.app, Contribution) == 1
    page = noor.see(f"/account/reflections/{response}/erase")
    assert "telt niet meer mee" in page.text
    assert page.send("Ga door").errors == ["Kies of je wilt wissen of niet."]
    assert page.send("Ga door", sure="no").path == "/account"
    assert noor.see(f"/reflections/{response}/report").status == 200
    done = page.send("Ga door", sure="yes")
    assert "Je reflectie is gewist." in done.text
    assert count(noor.app, Contribution) == 0
    assert noor.see(f"/reflections/{response}/report").status == 404
    assert noor.see(f"/reflections/{other}/report").status == 200
    assert "Je reflectie is gewist." in page.send("Ga door", sure="yes").text  # a second click
    again = done.send("Begin")
    assert again.status == 200
    assert again.path.startswith("/reflections/")


def test_after_a_release_it_says_that_this_stays(noor, training):
    group = joined(noor, training)
    moment = training.moments(group)[0]
    response = noor.submitted(moment=moment, answers=EVERY)
    training.fill(group, moment, *[0.5] * 5)
    house = training.house
    by = releases.rules(training.questionnaire, "after", house.config.floor)
    releases.close(house.database, house.ring, moment, by, house.clock())
    page = noor.see(f"/account/reflections/{response}/erase")
    assert "over minstens 5 mensen" in page.text
    told = noor.see(f"/group-pictures/{moment}").text
    page.send("Ga door", sure="yes")
    assert noor.see(f"/group-pictures/{moment}").text == told


def test_what_is_anothers_cannot_be_erased_and_looks_as_if_it_were_not_there(noor):
    foreign = somebody(noor.app).submitted()

    def answers(row):
        path = f"/account/reflections/{row}/erase"
        sent = noor.post(path, sure="yes")
        looked = noor.browser.get(path)
        assert (looked.status_code, sent.status_code) == (404, 404)
        return [_same(each.get_data(as_text=True), row) for each in (looked, sent)]

    assert answers(foreign) == answers(NOBODY)
    with noor.house.database.reading() as db:
        assert db.get(responses.Response, foreign)


def _same(text: str, row: str) -> str:
    """A page without its number and its own address."""
    return re.sub(r"\b[0-9a-f]{8}\b", "", text.replace(row, ""))


def test_everything_is_erased_after_a_choice_and_nobody_gets_in_again(noor, training):
    joined(noor, training)
    noor.submitted()
    page = noor.see("/account/erase")
    assert page.send("Ga door").errors == ["Kies of je wilt wissen of niet."]
    assert page.send("Ga door", sure="no").path == "/account"
    answer = noor.post("/account/erase", sure="yes")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    farewell = Page.at(noor.browser, answer.headers["Location"])
    assert farewell.heading == "Je gegevens zijn gewist"
    with noor.house.database.reading() as db:
        assert not people.is_there(db, noor.me.person_id)
    tried = Page.at(noor.app.test_client(), "/account/sign-in").send("Ga verder", code=noor.code)
    assert tried.status == 400
    assert "Heb je alles gewist" in tried.errors[0]
    assert noor.browser.get("/reflections").status_code == 302


def test_nobody_who_is_still_there_is_told_to_be_gone(noor):
    assert noor.see("/account/erased").path == "/account"


def test_a_second_click_on_erasing_everything_says_the_same(noor):
    page = noor.see("/account/erase")
    for _ in range(2):
        assert page.send("Ga door", sure="yes").heading == "Je gegevens zijn gewist"


def test_a_form_that_outlived_its_session_erases_nothing(noor, clock):
    page = noor.see("/account/erase")
    clock.forward(minutes=31)
    assert page.send("Ga door", sure="yes").path == "/account/sign-in"
    with noor.house.database.reading() as db:
        assert people.is_there(db, noor.me.person_id)


@pytest.mark.parametrize("path", ["/account/erase", "/account/reflections/{}/erase"])
def test_a_form_of_another_session_erases_nothing(noor, path):
    page = noor.see(path.format(noor.submitted()))
    tried = page.send("Ga door", sure="yes", csrf_token="x")
    assert tried.status == 400
    assert tried.errors == ["Deze pagina was verlopen. Probeer het nog een keer."]
    hostile = page.send("Ga door", sure="misschien", about="\0", csrf_token=noor.token)
    assert hostile.status == 400
