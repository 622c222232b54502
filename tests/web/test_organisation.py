"""Groups beside each other and together: who sees which, and how many queries that takes."""

from datetime import timedelta
from fractions import Fraction

import pytest

from reflect.records import organisations, releases
from reflect.records.releases import Night, rules
from tests.pages import Page
from tests.web.counting import counted
from tests.web.importing import ADMINISTRATOR
from tests.web.training import CANARY

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HERE = "/organisation"


def closed(training, trainer, *names, share=Fraction(1, 2), people=5):
    """Groups of a trainer that have closed."""
    house = training.house
    yesterday = house.clock().date() - timedelta(days=1)
    by = rules(training.questionnaire, "after", house.config.floor)
    for name in names:
        group = training.group(trainer, phases=("after",), deadline=yesterday, name=name)
        (moment,) = training.moments(group)
        training.fill(group, moment, *[share] * people)
        releases.close(house.database, house.ring, moment, by, house.clock())


def night(training):
    house = training.house
    releases.tell(Night(house.database, house.ring, house.config.floor, house.clock().date()))


def labels(page):
    """The rows of the first table: a domain, group by group."""
    return [row.th.get_text() for row in page.html.table.tbody.find_all("tr")]


@pytest.fixture
def other(training):
    """Another trainer of the same organisation, with two groups."""
    other = training.trainer("ander@example.org")
    closed(training, other, "Oost", "West", share=Fraction(3, 4))
    return other


@pytest.mark.usefixtures("other")
def test_a_trainer_lays_own_groups_beside_each_other_by_name(training, trainer, browser):
    closed(training, trainer, "Zuid", share=Fraction(9, 10))
    closed(training, trainer, "Noord", share=Fraction(1, 10))

    page = Page.at(browser, HERE).follow("2 groepen naast elkaar")

    assert page.heading == "2 groepen naast elkaar"
    assert labels(page) == ["Noord", "Zuid"]
    assert "lopen van 1,4 tot 4,6" in page.text
    assert "Welke groep beter is." in page.text
    assert CANARY not in page.response.text


@pytest.mark.usefixtures("other")
def test_the_whole_organisation_is_a_row_of_its_own_once_it_was_added_up(
    training, trainer, browser
):
    closed(training, trainer, "Zuid", "Noord")
    night(training)

    page = Page.at(browser, HERE).follow("2 groepen naast elkaar")

    assert labels(page) == ["Noord", "Zuid", "De hele organisatie"]
    assert page.html.table.tbody.find_all("tr")[-1].td.get_text() == "3,5"
    together = Page.at(browser, HERE).follow("Jouw groepen samen")
    assert together.heading == "Groepsbeeld van alle groepen van één trainer"
    assert "deze groepen samen is 3,0" in together.text
    room = together.follow("Laat het groepsbeeld zien in de zaal")
    assert "Samengeteld op 21 november 2026." in room.text
    assert room.follow("Terug naar het groepsbeeld").heading == together.heading


@pytest.mark.usefixtures("other")
def test_what_an_organisation_was_told_stays_its_own_under_another_name(training, trainer, browser):
    closed(training, trainer, "Zuid", "Noord")
    night(training)
    with training.house.database.writing() as db:
        organisations.rename(db, organisations.named(db, "Academie voor Jeugd").id, "Nieuw")
        db.commit()

    assert Page.at(browser, HERE).follow("Nieuw als geheel").heading
    page = Page.at(browser, HERE).follow("2 groepen naast elkaar")
    assert labels(page) == ["Noord", "Zuid", "De hele organisatie"]


@pytest.mark.usefixtures("other")
def test_an_administrator_sees_the_groups_of_the_own_organisation_and_of_no_other(
    training, trainer
):
    closed(training, trainer, "Zuid")
    training.trainer(ADMINISTRATOR, role="administrator")
    training.trainer("elders@example.org", role="administrator", organisation="Elders")

    page = Page.at(training.signed_in(ADMINISTRATOR), HERE).follow("3 groepen naast elkaar")

    assert labels(page) == ["Oost", "West", "Zuid"]
    elsewhere = training.signed_in("elders@example.org")
    assert "Er is nog niets" in Page.at(elsewhere, HERE).text
    assert elsewhere.get(page.path).status_code == 404


@pytest.mark.usefixtures("trainer", "other")
def test_a_union_of_another_trainer_or_organisation_does_not_exist(training):
    night(training)
    training.trainer("elders@example.org", organisation="Elders")
    others = Page.at(training.signed_in("ander@example.org"), HERE)
    mine, whole = (
        others.follow(words).path
        for words in ("Jouw groepen samen", "Academie voor Jeugd als geheel")
    )
    near, far = training.signed_in(), training.signed_in("elders@example.org")

    for path in (mine, f"{mine}/present", f"{mine}/export/csv"):
        assert near.get(path).status_code == 404
        assert far.get(path).status_code == 404
    assert near.get(whole).status_code == 200
    assert far.get(whole).status_code == 404
    assert near.get(f"{whole}/export/xlsx").status_code == 200
    assert near.get(f"{whole}/export/zip").status_code == 404


@pytest.mark.usefixtures("other")
def test_all_organisations_are_told_to_everybody_where_they_are_more_than_one(training, browser):
    night(training)
    assert "Alle organisaties" not in Page.at(browser, HERE).text
    training.organisation = "Elders"
    closed(training, training.trainer("elders@example.org", organisation="Elders"), "Ver")
    night(training)

    page = Page.at(browser, HERE).follow("Alle organisaties samen")

    assert page.heading == "Groepsbeeld van alle organisaties samen"
    assert "Elders" not in page.text


def test_one_group_has_nothing_beside_it(training, trainer, browser):
    closed(training, trainer, "Noord")

    page = Page.at(browser, HERE)

    assert "Naast elkaar leggen kan vanaf twee." in page.text
    assert not [link for link in page.html.main.find_all("a") if "naast elkaar" in link.text]


def test_groups_of_which_nothing_may_be_told_say_so_calmly(training, trainer, browser):
    closed(training, trainer, "Noord", "Zuid", people=3)

    page = Page.at(browser, HERE).follow("2 groepen naast elkaar")

    assert "Zo blijft ieders antwoord van hemzelf." in page.text
    assert not page.html.main.find_all("svg", {"role": "img"})


def test_every_file_of_the_page_is_there_and_no_other(training, trainer, browser):
    closed(training, trainer, "Noord", "Zuid")
    page = Page.at(browser, HERE).follow("2 groepen naast elkaar")

    links = [link["href"] for link in page.html.select("#take a[href]")]

    assert len(links) == 5
    for link in links:
        assert browser.get(link).status_code == 200
    assert browser.get(links[0].replace("/pdf", "/zip")).status_code == 404


def test_seven_groups_are_asked_for_as_two_are(training, trainer, browser):
    closed(training, trainer, "Groep 1", "Groep 2")
    night(training)
    place = Page.at(browser, HERE).follow("2 groepen naast elkaar").path
    before = asked(browser, HERE), asked(browser, place)
    closed(training, trainer, *(f"Groep {number}" for number in range(3, 8)))

    assert (asked(browser, HERE), asked(browser, place)) == before
    assert len(labels(Page.at(browser, place))) == 8


def asked(browser, path):
    """How many statements a page takes."""
    with counted() as statements:
        assert browser.get(path).status_code == 200
    return len(statements)
