"""The picture of a group in the training room: the figures of the page, one thing a screen."""

from fractions import Fraction

import pytest

from reflect.questionnaire import measures
from reflect.records import releases
from tests.pages import Page
from tests.web.training import CANARY


@pytest.fixture
def moment(training, trainer):
    """A moment of which all is told, but for one domain."""
    group = training.group(trainer)
    moment = training.moments(group)[0]
    asked = [one.id for one in measures(training.questionnaire)]
    for number in range(6):
        given = dict.fromkeys(asked, Fraction(3, 5)) | {"domain:kind": Fraction(0)}
        given |= {"domain:wegen": Fraction(4, 5)}
        if number > 3:
            del given["domain:plan"]
        training.submit(group, moment, given)
    return moment


@pytest.fixture
def shown(browser, moment):
    page = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    return page.follow("Laat het groepsbeeld zien in de zaal")


def screens(page):
    return [one.get_text(" ", strip=True) for one in page.html.select("section.screen")]


def test_every_screen_leads_to_the_next_without_any_script(shown):
    every = shown.html.select("section.screen")
    assert len(every) > 10
    for number, screen in enumerate(every, start=1):
        assert screen["id"] == f"screen-{number}"
        links = [link["href"] for link in screen.select("nav a")]
        before = f"#screen-{number - 1}" if number > 1 else links[0]
        after = f"#screen-{number + 1}" if number < len(every) else links[1]
        assert links == [before, after]
    assert shown.follow("Terug naar het groepsbeeld").heading == "Groepsbeeld van Voorjaar"


def test_the_screens_say_what_was_stored_and_nothing_else(training, shown, moment):
    with training.house.database.reading() as db:
        told = releases.of_moment(db, moment)
    text = " ".join(screens(shown))

    for figure in told["figures"]:
        assert figure["value"].replace(".", ",") in text
    assert "hoogstens 1,4" in text
    assert "5 tot en met 9 mensen" in text
    assert CANARY not in shown.response.text


def test_what_is_withheld_is_said_once_and_kindly(shown):
    kept = [one for one in screens(shown) if "Wat je niet ziet" in one]

    assert len(kept) == 1
    assert "Veiligheidsplan maken, uitvoeren en volgen" in kept[0]


def test_there_is_a_question_where_the_group_lies_highest_and_lowest(shown):
    (highest,) = [one for one in screens(shown) if "gemiddelde het hoogst is" in one]
    (lowest,) = [one for one in screens(shown) if "gemiddelde het laagst is" in one]

    assert "wegen" in highest.lower()
    assert highest.count("?") == 2
    assert lowest.count("?") == 3


def test_two_moments_stand_beside_each_other_as_two_published_means(training, browser, trainer):
    group = training.group(trainer)
    for moment, share in zip(
        training.moments(group), (Fraction(2, 5), Fraction(3, 5)), strict=True
    ):
        training.fill(group, moment, *[share] * 6)
        Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
        if "Open deze meting" in (page := Page.at(browser, f"/groups/{group}")).text:
            page.send("Open deze meting")
    page = Page.at(browser, f"/moments/{training.moments(group)[1]}/present")

    (beside, *_) = [one for one in screens(page) if "Sinds de eerste meting" in one]

    assert "2,6 → 3,4 (0,8\u00a0hoger)" in beside
    assert "Niet precies dezelfde mensen" in beside
    assert [one for one in screens(page) if "het meest verschoof" in one]


def test_a_moment_that_tells_nothing_yet_is_not_presented(training, trainer, browser):
    moment = training.moments(training.group(trainer))[0]

    assert browser.get(f"/moments/{moment}/present").status_code == 404


def test_where_nothing_may_be_told_the_screen_says_so(training, trainer, clock):
    group = training.group(trainer, phases=("after",), deadline=clock().date())
    moment = training.moments(group)[0]
    training.fill(group, moment, *[Fraction(1, 2)] * 4)
    clock.forward(days=1)
    browser = training.signed_in()
    Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")

    (only,) = screens(Page.at(browser, f"/moments/{moment}/present"))

    assert "nog te weinig antwoorden" in only


def test_an_evaluation_is_presented_in_its_own_words(evaluated):
    evaluated.filled(5)
    evaluated.close()

    page = Page.at(evaluated.browser, f"/moments/{evaluated.wave}/present")

    assert "Dit vond de groep gemiddeld van de training" in screens(page)[0]
    assert page.html.find("svg", {"class": "chart-bars"})
