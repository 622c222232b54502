"""The demo: a world to look around in, made through the doors that people use."""

from dataclasses import replace

import pytest

from reflect.app import create_app
from reflect.commands.demo import furnish, invitation
from reflect.commands.demo.note import roles
from reflect.commands.demo.play import ADMINISTRATOR, TRAINER
from reflect.commands.run import prepare
from reflect.config import ConfigFault, folder, read_config
from reflect.questionnaire import Library
from reflect.records.people import Person
from tests.pages import Page
from tests.tripwire import Tripwire

LIBRARY = Library.read(folder("questionnaires"))


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    """A trial with its demo, made once: it takes a moment."""
    here = tmp_path_factory.mktemp("instance")
    config = read_config(instance=here, second_factor="optional")  # as `reflect run --demo` has it
    ring, database = prepare(config)
    furnish(config, LIBRARY, ring, database)
    database.close()
    return config


@pytest.fixture
def browser(config):
    app = create_app(config)
    app.test_client_class = Tripwire
    yield app.test_client()
    app.extensions["reflect"].database.close()


def told(config):
    """The codes of the group and of two professionals, and the one password of the staff."""
    group, me, other, trainer, administrator = roles(config)
    assert (trainer[2], administrator[2]) == (TRAINER, ADMINISTRATOR)
    codes = (me[2].removeprefix("code "), other[2].removeprefix("code "))
    return group[1].removeprefix("/join/"), *codes, trainer[3]


def sign_in(config, browser, email):
    page = Page.at(browser, "/staff/sign-in")
    return page.send("Log in", email=email, password=told(config)[-1])


def test_the_invitation_says_where_to_go_and_with_what(config):
    group_code, *rest = told(config)
    said = invitation(config)
    assert f"http://127.0.0.1:8000/join/{group_code}\n" in said
    assert all(one in said for one in (*rest, TRAINER, ADMINISTRATOR))
    assert "password alone" in said
    assert "password alone" not in invitation(replace(config, second_factor="required"))
    assert (config.instance / "demo.txt").stat().st_mode & 0o777 == 0o600


def test_a_visitor_joins_the_open_group(config, browser):
    page = Page.at(browser, f"/join/{told(config)[0]}")
    assert page.heading == "Training najaar"
    assert "Tot nu toe deden 5 mensen mee" in page.text
    assert page.send("Doe mee", counts="yes").heading == "Dit is je persoonlijke code"


def test_a_professional_goes_on_where_they_were(config, browser):
    page = Page.at(browser, "/account/sign-in").send("Ga verder", code=told(config)[1])
    assert "Training najaar" in page.text
    page = page.follow("Ga verder")
    assert page.html.select(".progress-bar .step-done, .progress-bar .step-begun")


def test_the_trainer_sees_the_picture_of_the_closed_group(config, browser):
    page = sign_in(config, browser, TRAINER)
    picture = page.follow("Training voorjaar").follow("Bekijk het groepsbeeld")
    assert picture.html.select("figure svg")


def test_a_second_start_keeps_the_demo_as_it_is(config):
    before = told(config)
    ring, database = prepare(config)
    with database.reading() as db:
        people = db.query(Person).count()
        furnish(config, LIBRARY, ring, database)
        assert db.query(Person).count() == people
    database.close()
    assert told(config) == before


def test_a_demo_on_the_world_wide_web_is_refused(config):
    elsewhere = replace(config, base_url="https://reflect.example", second_factor="required")
    ring, database = prepare(config)
    with pytest.raises(ConfigFault, match="for this machine alone"):
        furnish(elsewhere, LIBRARY, ring, database)
    database.close()


def test_trainings_are_evaluated_openly_and_once_it_is_closed_by_figures(config, browser):
    mine = Page.at(browser, "/account/sign-in").send("Ga verder", code=told(config)[1])
    assert mine.follow("Geef je mening").heading == "Evaluatie van de training"
    page = sign_in(config, browser, TRAINER)
    page = page.follow("Training voorjaar").follow("Bekijk wat de groep vond")
    assert page.heading == "Wat de groep van de training vond"
    assert "Er waren te weinig antwoorden" not in page.text


def test_somebody_looks_back_on_two_moments_and_a_goal(config, browser):
    mine = Page.at(browser, "/account/sign-in").send("Ga verder", code=told(config)[2])
    report = mine.follow("Lees mijn verslag")
    assert "Met mijn intervisiegroep." in report.text
    assert Page.at(browser, "/compare/onveiligheid-opheffen").html.select("figure svg")


def test_the_administrator_sees_every_questionnaire(config, browser):
    assert sign_in(config, browser, ADMINISTRATOR).path == "/admin"
