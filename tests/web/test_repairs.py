"""A trainer deletes and combines before anything was told, and learns nothing by it."""

from fractions import Fraction

import pytest

from reflect.records import memberships, responses
from tests.pages import Page
from tests.web.members import a_browser_of

HALF = Fraction(1, 2)


@pytest.fixture
def group(training, trainer):
    return training.group(trainer)


def responses_of(training, who):
    with training.house.database.reading() as db:
        return responses.of(db, who.person_id), memberships.of(db, who.person_id)


def test_a_group_is_deleted_in_two_steps_and_people_keep_what_they_wrote(training, browser, group):
    training.fill(group, training.moments(group)[0], *[HALF] * 4)
    page = Page.at(browser, f"/groups/{group}").follow("Verwijder deze groep")
    assert "blijft dat van die persoon" in page.text

    page = page.send("Ja, verwijder de groep")

    assert page.path == "/groups"
    assert "De groep is verwijderd" in page.text
    assert "Voorjaar" not in page.text
    for who in training.members:
        ((response,), groups) = responses_of(training, who)
        assert (response.state, response.moment_id, groups) == ("submitted", None, [])


def test_with_five_a_group_stays_and_the_page_says_why(training, browser, group):
    page = Page.at(browser, f"/groups/{group}/delete")
    training.fill(group, training.moments(group)[0], *[HALF] * 5)

    page = page.send("Ja, verwijder de groep")

    assert page.heading == "Deze groep blijft"
    assert "minder dan 5 mensen" in page.text
    assert Page.at(browser, f"/groups/{group}").status == 200


def test_a_moment_is_deleted_and_the_next_moves_up(training, browser, group):
    page = Page.at(browser, f"/groups/{group}").follow("Verwijder deze meting")

    page = page.send("Ja, verwijder de meting")

    assert page.path == f"/groups/{group}"
    assert len(training.moments(group)) == 1
    page = page.send("Open deze meting")
    assert "Eerste meting, drie tot zes maanden later" in page.text


def test_with_five_a_moment_stays(training, browser, group):
    moment = training.moments(group)[0]
    page = Page.at(browser, f"/moments/{moment}/delete")
    training.fill(group, moment, *[HALF] * 5)

    assert page.send("Ja, verwijder de meting").heading == "Deze meting blijft"
    assert len(training.moments(group)) == 2


def test_two_groups_of_three_have_a_picture_together(training, trainer, browser, group):
    other = training.group(trainer, name="Najaar")
    for one in (group, other):
        training.fill(one, training.moments(one)[0], *[HALF] * 3)
    page = Page.at(browser, f"/groups/{group}").follow("Voeg een andere groep bij deze")

    page = page.send("Voeg de groepen samen", other=other)

    assert "5 of meer ingevuld" in page.text
    assert browser.get(f"/groups/{other}").status_code == 404
    mine = Page.at(a_browser_of(training, training.members[-1]), "/reflections")
    assert "ook de deelnemers gekomen van: Najaar. Samen heten jullie nu Voorjaar." in mine.text
    moment = training.moments(group)[0]
    page = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    assert "5 tot en met 9 mensen" in page.text


def test_a_group_is_combined_with_one_of_its_kind_or_none(training, trainer, browser, group):
    page = Page.at(browser, f"/groups/{group}/combine")
    assert "geen groep die hierbij past" in page.text
    training.group(trainer, name="Najaar")
    training.group(trainer, phases=("after",), name="Kort")

    page = Page.at(browser, f"/groups/{group}/combine")
    assert "Najaar" in page.text
    assert "Kort" not in page.text
    page = page.send("Voeg de groepen samen", other=group)
    assert (page.status, page.errors) == (400, ["Kies een groep."])


@pytest.mark.parametrize("path", ["/groups/{}/delete", "/moments/{}/delete"])
def test_a_form_that_is_not_ours_deletes_nothing(training, browser, group, path):
    moment = training.moments(group)[0]
    answer = browser.post(path.format(group if "groups" in path else moment), follow_redirects=True)

    assert "Druk nog een keer" in Page(browser, answer).text
    assert training.moments(group)[0] == moment
