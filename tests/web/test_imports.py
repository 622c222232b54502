"""An administrator imports a questionnaire: looked at in full, and from then on everywhere."""

from fractions import Fraction

import pytest

from reflect.app import create_app
from reflect.questionnaire import FaultyDefinition, Library, Questionnaire, canonical
from reflect.records import imports
from reflect.records.definitions import Definition
from reflect.records.releases import close, rules
from tests.pages import Page
from tests.web.importing import (
    ADMINISTRATOR,
    HERE,
    TITLE,
    a_definition,
    administrator,
    another_process,
    onward,
    publish,
    send,
)
from tests.web.reflecting import count, somebody
from tests.web.training import Training

ONE_ENGINE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def admin(training):
    return administrator(training)


def start_page(app) -> Page:
    return Page.at(app.test_client(), "/instruments")


@ONE_ENGINE
def test_a_version_is_there_as_a_file_to_write_the_next_from(admin):
    publish(admin, a_definition())
    link = Page.at(admin, HERE).html.find("a", href=f"{HERE}/gesprek/1.json")
    answer = admin.get(link["href"])
    assert answer.headers["Content-Disposition"].endswith('"gesprek-1.json"')
    assert canonical(answer.get_json()) == canonical(a_definition())
    assert admin.get(f"{HERE}/gesprek/2.json").status_code == 404


@ONE_ENGINE
def test_the_list_says_of_every_version_where_it_comes_from(admin):
    publish(admin, a_definition())
    page = publish(admin, a_definition(2, minutes=6))

    cards = {card.h3.get_text(): card for card in page.html.select("section.card")}
    rows = [" ".join(row.get_text(" ").split()) for row in cards[TITLE].select("dl > div")]
    facts = [row.partition(" · ")[0] for row in rows]
    assert facts == [
        "versie 2 geïmporteerd op 21 november 2026",
        "versie 1 geïmporteerd op 21 november 2026",
    ]
    assert "meegeleverd als bestand" in cards["Onveiligheid opheffen"].get_text()
    links = [link["href"] for link in cards[TITLE].select("p a")]
    assert links == ["/questionnaires/gesprek/preview", "/instruments/gesprek"]


def test_nothing_is_published_before_the_second_click(app, admin):
    page = send(admin, a_definition())
    assert page.heading == TITLE
    assert "verandert dan nooit meer" in page.text
    assert TITLE not in start_page(app).text
    assert Page.at(admin, HERE).follow(f"{TITLE}, versie 1").path == page.path

    done = page.send("Publiceren")

    assert (done.path, done.status) == (HERE, 200)
    assert "De vragenlijst is gepubliceerd." in done.text
    assert TITLE in start_page(app).text
    assert not [link for link in done.html.select("a") if "staged" in link["href"]]


def test_a_second_click_publishes_the_same_once_more(app, admin):
    page = send(admin, a_definition())
    first, second = page.send("Publiceren"), page.send("Publiceren")

    assert first.text == second.text
    assert count(app, Definition) == 1
    assert Page.at(admin, page.path).path == HERE  # the page has done its work


@ONE_ENGINE
def test_an_upload_is_shown_to_its_owner_alone(training, admin):
    page = send(admin, a_definition())
    other = administrator(training, "ander@example.org")
    token = Page.at(other, HERE).html.find("input", {"name": "csrf_token"})["value"]

    assert "Nog niet gepubliceerd" not in Page.at(other, HERE).text
    for path in (page.path, f"{page.path}/preview"):
        assert other.get(path).status_code == 404
    for path in (f"{page.path}/publish", f"{page.path}/preview"):
        assert other.post(path, data={"csrf_token": token}).status_code == 404


@ONE_ENGINE
def test_an_upload_waits_for_a_day_whatever_restarts(app, training, admin, clock):
    page = send(admin, a_definition())
    with another_process(app) as other:
        cookie = admin.get_cookie("session", domain="127.0.0.1").value
        same = other.test_client()
        same.set_cookie("session", cookie, domain="127.0.0.1")
        assert Page.at(same, page.path).heading == TITLE

    clock.forward(hours=24)
    later = training.signed_in(ADMINISTRATOR)
    assert later.get(page.path).status_code == 404
    assert "Nog niet gepubliceerd" not in Page.at(later, HERE).text


@ONE_ENGINE
def test_an_older_version_may_come_later_and_the_newest_stays_the_newest(app, admin):
    publish(admin, a_definition(3, title={"nl": "De nieuwste"}))
    page = send(admin, a_definition(2))
    assert "versie 3 is er al en blijft de nieuwste" in page.text
    page.send("Publiceren")
    assert "De nieuwste" in start_page(app).text
    assert TITLE not in start_page(app).text


def test_of_two_who_import_the_same_version_the_second_is_told_a_free_number(training, admin):
    mine = send(admin, a_definition())
    theirs = send(administrator(training, "ander@example.org"), a_definition(minutes=6))
    theirs.send("Publiceren")

    late = mine.send("Publiceren")

    assert late.status == 409
    assert "Er is intussen iets anders gepubliceerd" in late.text
    assert "Het eerste vrije nummer is versie 2." in late.text
    assert not late.html.select("form[action$=publish]")


def test_two_who_import_the_very_same_both_have_it(app, training, admin):
    mine = send(admin, a_definition())
    theirs = send(administrator(training, "ander@example.org"), a_definition())

    assert [page.send("Publiceren").path for page in (mine, theirs)] == [HERE, HERE]
    assert count(app, Definition) == 1


def test_every_process_sees_an_import_without_a_restart(app, training, admin):
    training.trainer()
    with another_process(app) as other:
        there = Training(other).signed_in()
        alone = somebody(other)
        publish(admin, a_definition())

        assert alone.see("/start/gesprek").heading == TITLE
        assert TITLE in Page.at(other.test_client(), "/").text
        assert TITLE in Page.at(there, "/groups/new").text
        for path in ("/instruments/gesprek", "/questionnaires/gesprek/preview"):
            assert Page.at(other.test_client(), path).status == 200

        publish(admin, a_definition(2, title={"nl": "Opnieuw"}))
        assert Page.at(other.test_client(), "/instruments/gesprek").heading == "Opnieuw"


class Talking(Training):
    """A training in what was imported."""

    @property
    def questionnaire(self):
        return self.house.library.latest("gesprek")


@ONE_ENGINE
def test_what_was_imported_is_begun_reported_and_told_of_a_group_like_any_other(app, admin):
    publish(admin, a_definition())
    noor = somebody(app)
    section = noor.see("/start/gesprek").send("Begin").follow("Ga verder")
    done = section.send(onward(section), q_stilte="5").send("Verstuur")
    assert done.heading == TITLE
    assert done.html.select("nav.contents a[href='#domain-zien']")

    training = Talking(app)
    group = training.group(training.trainer())
    moment = training.moments(group)[0]
    training.fill(group, moment, *[Fraction(1, 2)] * 6)
    house = app.extensions["reflect"]
    close(
        house.database, house.ring, moment, rules(training.questionnaire, "after", 5), house.clock()
    )
    told = training.signed_in().get(f"/moments/{moment}/export/csv").get_data(as_text=True)
    assert ";zien;" in told


@ONE_ENGINE
def test_a_new_group_offers_it_with_a_look_at_its_questions_first(training, admin):
    publish(admin, a_definition())
    training.trainer()
    page = Page.at(training.signed_in(), "/groups/new")
    preview = page.follow(f"{TITLE} (opent een nieuw tabblad)")
    assert preview.path == "/questionnaires/gesprek/preview"
    typed = {"name": "Voorjaar", "questionnaire": "gesprek", "cap": "12", "after": "y"}
    assert TITLE in page.send("Maak de groep", **typed).text


@ONE_ENGINE
def test_nothing_is_kept_or_published_by_a_form_that_is_not_ours(app, admin):
    page = send(admin, a_definition())
    assert page.send("Publiceren", csrf_token="van een ander").path == page.path
    assert count(app, Definition) == 0

    wrong = Page.at(admin, f"{HERE}/import").send("Kijk het na", csrf_token="van een ander")
    assert "verlopen" in wrong.text
    assert count(app, imports.Staged) == 1


@ONE_ENGINE
def test_a_file_that_contradicts_an_import_stops_the_start_with_what_to_do(app, admin, monkeypatch):
    publish(admin, a_definition())
    clash = Questionnaire.from_json(canonical(a_definition(minutes=9)))
    monkeypatch.setattr(Library, "read", lambda _: Library([clash]))

    with pytest.raises(FaultyDefinition, match=r"take this file away, or call it gesprek-2$"):
        create_app(app.extensions["reflect"].config)
