"""A group is handed to a colleague who takes it; no page tells who works here."""

import pytest

from tests.pages import Page

COLLEAGUE = "collega@example.org"


@pytest.fixture
def group(training, trainer):
    return training.group(trainer)


def offered(browser, group, email=COLLEAGUE):
    page = Page.at(browser, f"/groups/{group}").follow("Draag deze groep over")
    return page.send("Bied de groep aan", email=email)


def test_a_colleague_takes_the_group_and_its_trainer_sees_it_no_more(training, browser, group):
    training.trainer(COLLEAGUE)
    offered(browser, group)
    assert "staat klaar voor collega@example.org" in Page.at(browser, f"/groups/{group}").text
    theirs = Page.at(training.signed_in(COLLEAGUE), "/groups")
    assert "trainer@example.org draagt Voorjaar aan je over" in theirs.text

    page = theirs.send("Neem de groep over")

    assert (page.path, page.heading) == (f"/groups/{group}", "Voorjaar")
    assert "nu van jou" in page.text
    assert browser.get(f"/groups/{group}").status_code == 404
    assert (
        "collega@example.org heeft Voorjaar van je overgenomen" in Page.at(browser, "/groups").text
    )
    assert "overgenomen" not in Page.at(training.signed_in(COLLEAGUE), "/groups").text


def test_a_colleague_who_would_rather_not_leaves_it_with_its_trainer(training, browser, group):
    training.trainer(COLLEAGUE)
    offered(browser, group)

    page = Page.at(training.signed_in(COLLEAGUE), "/groups").send("Liever niet")

    assert "blijft bij je collega" in page.text
    assert "staat klaar" not in Page.at(browser, f"/groups/{group}").text


def test_the_page_says_the_same_of_every_address(training, browser, group):
    training.trainer(COLLEAGUE)
    training.trainer("elders@example.org", organisation="Elders")
    training.trainer("beheer@example.org", role="administrator")
    told = set()
    for name in ("collega", "elders", "beheer", "niemand"):
        page = offered(browser, group, f"{name}@example.org")
        told.add(page.text.replace(f"{name}@", "iemand@"))
        page.send("Trek het aanbod in")

    assert len(told) == 1


def test_who_works_elsewhere_is_offered_nothing(training, browser, group):
    training.trainer("elders@example.org", organisation="Elders")
    offered(browser, group, "elders@example.org")
    other = training.signed_in("elders@example.org")
    page = Page.at(other, "/groups")
    token = Page.at(other, "/groups/new").html.find("input", {"name": "csrf_token"})["value"]

    answer = other.post(f"/offered-groups/{group}/take", data={"csrf_token": token})

    assert "Voorjaar" not in page.text
    assert answer.status_code == 404
    assert browser.get(f"/groups/{group}").status_code == 200


@pytest.mark.parametrize(
    ("email", "words"),
    [("", "Vul een e-mailadres in"), ("trainer@example.org", "Dit is je eigen adres")],
)
def test_what_is_no_colleagues_address_is_said(browser, group, email, words):
    page = offered(browser, group, email)

    assert page.status == 400
    assert words in page.errors[0]


@pytest.mark.parametrize("path", ["/groups/{}/hand-over/withdraw", "/offered-groups/{}/take"])
def test_nothing_is_handed_over_by_a_form_that_is_not_ours(browser, group, path):
    offered(browser, group)

    assert browser.post(path.format(group)).status_code == 400
    assert "staat klaar" in Page.at(browser, f"/groups/{group}").text
