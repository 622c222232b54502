"""The way in: the start page, a group's door, beginning on one's own."""

import pytest

from reflect.records import groups
from reflect.records.groups import Membership
from reflect.records.people import Person
from tests.pages import Page
from tests.web.reflecting import count, somebody


@pytest.fixture
def group(training):
    """The id of an open group of three places at most."""
    group = training.group(training.trainer())
    places(training.app, group, 3)
    return group


@pytest.fixture
def door(training, group):
    """Where people join it."""
    return f"/join/{code_of(training, group)}"


def code_of(training, group):
    with training.house.database.reading() as db:
        return groups.code(db.get(groups.Group, group), training.house.ring)


def places(app, group, number):
    with app.extensions["reflect"].database.writing() as db:
        db.get(groups.Group, group).cap = number
        db.commit()


def stop(training, group):
    with training.house.database.writing() as db:
        groups.stop_code(db, db.get(groups.Group, group))
        db.commit()


def member(app, group):
    with app.extensions["reflect"].database.reading() as db:
        return db.query(Membership).filter_by(group_id=group).one()


def test_the_start_page_says_that_this_is_a_mirror(client):
    page = Page.at(client, "/")
    assert page.heading == "Jouw spiegel, geen toets"
    assert "Je werkgever ziet je antwoorden niet." in page.text


def test_an_unknown_group_code_is_said_where_it_was_typed(client):
    page = Page.at(client, "/").send("Ga naar mijn groep", group_code="AAAA-AAAA")
    assert page.status == 404
    assert page.errors
    assert page.field("Groepscode")["value"] == "AAAA-AAAA"


def test_of_an_unknown_code_only_what_can_be_seen_comes_back(client):
    page = Page.at(client, "/").send("Ga naar mijn groep", group_code="A\0B")
    assert page.field("Groepscode")["value"] == "AB"
    assert Page.at(client, "/join/A%00B").field("Groepscode")["value"] == "AB"


def test_a_group_code_is_forgiving_and_leads_to_the_group(client, training, group):
    typed = code_of(training, group).lower().replace("-", " ")
    page = Page.at(client, "/").send("Ga naar mijn groep", group_code=f" {typed} ")
    assert page.heading == "Voorjaar"
    assert "Je bent de eerste die meedoet" in page.text


def test_nobody_is_presumed_to_count(client, app, door):
    page = Page.at(client, door)
    assert not page.html.select("input[name=counts][checked]")
    again = page.send("Doe mee")
    assert again.status == 400
    assert again.errors == ["Kies of je antwoorden meetellen in het groepsbeeld."]
    assert again.html.select_one(".error-summary a")["href"] == "#counts"
    assert count(app, Person) == 0


@pytest.mark.parametrize(("choice", "counts"), [("yes", True), ("no", False)])
def test_who_joins_is_heard_and_gets_a_code_that_is_shown_once(client, app, door, choice, counts):
    shown = Page.at(client, door).send("Doe mee", counts=choice, research="yes")
    code = shown.html.select_one("#personal-code").get_text()
    with app.extensions["reflect"].database.reading() as db:
        joined = db.query(Membership).one()
    assert (joined.counts, joined.research) == (counts, True)
    mine = shown.send("Ik heb mijn code bewaard")
    assert mine.heading == "Mijn reflecties"
    for path in ("/reflections", "/account/code", door):
        assert code not in Page.at(client, path).text


def test_everybody_at_the_door_sees_how_many_have_joined(app, client, door):
    for _ in range(2):
        Page.at(app.test_client(), door).send("Doe mee", counts="yes")
    assert "Tot nu toe deden 2 mensen mee met deze groep." in Page.at(client, door).text


def test_a_reload_of_joining_makes_no_second_person(client, app, door):
    sent = {"counts": "yes"}
    assert client.post(door, data=sent).status_code == 200
    again = Page(client, client.post(door, data=sent, follow_redirects=True))
    assert (again.status, again.heading) == (200, "Je doet al mee met deze groep")
    assert again.follow("Naar mijn reflecties").heading == "Mijn reflecties"
    assert again.follow("Nieuwe code maken").heading == "Een nieuwe persoonlijke code"
    assert count(app, Person) == count(app, Membership) == 1


def test_a_member_who_joins_again_only_changes_their_mind(noor, door, group):
    stale = noor.see(door)
    assert stale.send("Doe mee", counts="yes").heading == "Mijn reflecties"
    assert noor.see(door).heading == "Je doet al mee met deze groep"
    page = stale.send("Doe mee", counts="no")
    assert "tellen niet mee" in page.text
    assert not member(noor.app, group).counts


def test_a_full_group_says_so(app, client, door):
    for _ in range(3):
        somebody(app).post(door, counts="yes")
    page = Page.at(client, door)
    assert (page.status, page.heading) == (410, "Deze groep is vol")
    assert client.post(door, data={"counts": "yes"}).status_code == 410
    assert Page.at(client, "/").send("Ga naar mijn groep", group_code=door[6:]).status == 410


def test_a_stopped_code_opens_nothing(client, training, group, door):
    stop(training, group)
    page = Page.at(client, door)
    assert (page.status, page.heading) == (404, "Jouw spiegel, geen toets")
    assert page.errors[0].startswith("Deze groepscode kennen we niet.")
    assert page.field("Groepscode")["value"] == door.removeprefix("/join/")
    assert client.post(door, data={"counts": "yes"}).status_code == 404
    assert count(training.app, Person) == 0


def test_a_closed_group_says_that_nothing_is_open(client, training, door):
    with training.house.database.writing() as db:
        for moment in db.query(groups.Moment):
            moment.state = "closed"
        db.commit()
    assert "Er is nu niets open in deze groep." in Page.at(client, door).text


def test_somebody_begins_alone_and_gets_a_code_that_opens_it_again(client, app):
    page = Page.at(client, "/start/onveiligheid-opheffen").send("Begin voor mijzelf")
    code = page.html.select_one("#personal-code").get_text()
    assert "Onveiligheid opheffen" in page.send("Ik heb mijn code bewaard").text
    elsewhere = Page.at(app.test_client(), "/account/sign-in").send("Ga verder", code=code)
    assert elsewhere.follow("Ga verder").heading == "Signalen"


def test_who_is_there_begins_alone_without_another_code(noor):
    page = noor.see("/start/onveiligheid-opheffen").send("Begin voor mijzelf")
    assert page.heading == "Mijn reflecties"
    noor.see("/start/onveiligheid-opheffen").send("Begin voor mijzelf")
    assert noor.see("/reflections").text.count("Laatst bewaard op") == 1


def test_there_is_no_other_questionnaire_to_begin(client):
    assert client.get("/start/bestaat-niet").status_code == 404


@pytest.mark.parametrize("path", ["/who-sees-what", "/privacy", "/accessibility"])
def test_everybody_may_read_what_is_promised(client, path):
    assert Page.at(client, path).status == 200


def test_a_language_is_chosen_for_a_year_and_kept(client):
    answer = client.post("/language", data={"language": "en", "next": "/privacy"})
    assert answer.headers["Location"] == "/privacy"
    cookie = answer.headers["Set-Cookie"]
    assert "Max-Age=31536000" in cookie
    assert "HttpOnly" in cookie
    assert Page.at(client, "/").heading == "Your mirror, not a test"


def test_a_language_nobody_speaks_here_changes_nothing(client):
    answer = client.post("/language", data={"language": "de", "next": "//evil.example"})
    assert answer.headers["Location"] == "/"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("wished", "spoken"), [("en-GB,nl;q=0.5", "en"), ("de,fr", "nl"), ("", "nl"), (";;q=x", "nl")]
)
def test_a_browser_says_what_it_speaks(client, wished, spoken):
    page = Page(client, client.get("/", headers={"Accept-Language": wished}))
    assert page.html.html["lang"] == spoken
