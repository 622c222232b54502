"""A trainer sees how a group stands, and never a person."""

from fractions import Fraction

import pytest

from reflect.records import sessions, staff
from reflect.records.base import opaque
from tests.pages import Page
from tests.web.training import CANARY

HALF = Fraction(1, 2)
FILLED = {
    "name": "Voorjaar",
    "questionnaire": "onveiligheid-opheffen",
    "cap": "12",
    "after": "y",
}


def form_token(browser):
    return Page.at(browser, "/groups").html.find("input", {"name": "csrf_token"})["value"]


def test_a_trainer_without_groups_reads_what_to_do(browser):
    page = Page.at(browser, "/groups").follow("Maak je eerste groep")

    assert page.path == "/groups/new"


def test_a_visitor_comes_in_with_the_link_of_the_group(browser, training):
    page = Page.at(browser, "/groups/new").send("Maak de groep", **FILLED)
    code = page.html.find(id="join-code").get_text()

    assert "Voorjaar" in Page.at(training.app.test_client(), f"/join/{code}").text


@pytest.mark.parametrize(
    ("count", "words"), [(4, "minder dan 5"), (5, "5 of meer"), (9, "5 of meer")]
)
def test_participation_is_told_as_a_band_and_nothing_finer(
    training, browser, trainer, count, words
):
    group = training.group(trainer)
    training.fill(group, training.moments(group)[0], *[HALF] * count)

    for path in ("/groups", f"/groups/{group}"):
        page = Page.at(browser, path)
        assert f"{words} ingevuld" in page.text
        assert CANARY not in page.response.text


@pytest.mark.parametrize(("few", "more"), [(0, 4), (5, 9)])
def test_within_a_band_the_pages_do_not_change_by_a_byte(training, browser, trainer, few, more):
    group = training.group(trainer)
    moment = training.moments(group)[0]
    training.group(trainer, name="Najaar")
    parts = ("", "/plan", "/delete", "/combine", "/hand-over")
    paths = ["/groups", *(f"/groups/{group}{part}" for part in parts)]
    paths += [f"/moments/{moment}{part}" for part in ("", "/close", "/delete")]
    training.fill(group, moment, *[HALF] * few)
    before = [browser.get(path).data for path in paths]

    training.fill(group, moment, *[HALF] * (more - few))

    assert [browser.get(path).data for path in paths] == before


@pytest.mark.parametrize("organisation", [None, "Elders"])
def test_what_is_anothers_is_like_what_does_not_exist(training, trainer, organisation):
    group = training.group(trainer)
    moment = training.moments(group)[0]
    training.trainer("ander@example.org", organisation=organisation)
    other = training.signed_in("ander@example.org")
    token = form_token(other)

    for method, path in (
        ("get", "/groups/{}"),
        ("post", "/groups/{}/renew-code"),
        ("post", "/groups/{}/stop-code"),
        ("post", "/groups/{}/open-next"),
        ("get", "/groups/{}/plan"),
        ("post", "/groups/{}/plan"),
        ("get", "/groups/{}/delete"),
        ("post", "/groups/{}/delete"),
        ("get", "/groups/{}/combine"),
        ("post", "/groups/{}/combine"),
        ("get", "/groups/{}/hand-over"),
        ("post", "/groups/{}/hand-over"),
        ("post", "/groups/{}/hand-over/withdraw"),
        ("post", "/offered-groups/{}/take"),
        ("post", "/offered-groups/{}/refuse"),
        ("get", "/groups/{}/invitation"),
        ("get", "/groups/{}/invitation.pdf"),
        ("get", "/groups/{}/wall"),
        ("get", "/moments/{}/present"),
        ("get", "/moments/{}/delete"),
        ("post", "/moments/{}/delete"),
        ("get", "/moments/{}"),
        ("get", "/moments/{}/close"),
        ("post", "/moments/{}/close"),
        ("get", "/moments/{}/export/csv"),
    ):
        sent = {"data": {"csrf_token": token}} if method == "post" else {}
        own = moment if path.startswith("/moments") else group
        foreign, missing = (
            getattr(other, method)(path.format(one), **sent) for one in (own, opaque())
        )
        assert foreign.status_code == missing.status_code == 404
        assert _unnumbered(foreign) == _unnumbered(missing)
    assert "Voorjaar" not in Page.at(other, "/groups").text


def _unnumbered(response):
    """The page without the number of the request, and without the address to come back to."""
    page = Page(None, response)
    for tag in page.html.find_all("input", {"name": "next"}):
        tag.decompose()
    number = page.text.split("Nummer van dit verzoek: ")[1][:8]
    return str(page.html).replace(number, "")


def test_a_trainer_who_left_the_organisation_sees_its_groups_no_more(training, browser, trainer):
    group = training.group(trainer)
    assert browser.get(f"/groups/{group}").status_code == 200

    with training.house.database.writing() as db:
        for role in staff.roles(db, trainer):
            db.delete(role)
        db.commit()

    assert browser.get(f"/groups/{group}").status_code == 404
    assert "Voorjaar" not in Page.at(browser, "/groups").text


def test_a_professional_has_no_door_to_groups(training, client, clock):
    group = training.group(training.trainer())
    training.fill(group, training.moments(group)[0], HALF)
    me = training.members[0]
    with training.house.database.writing() as db:
        token = sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=clock())
        db.commit()
    client.set_cookie("session", token, domain="127.0.0.1")

    assert client.get(f"/groups/{group}").location == "/staff/sign-in"


def test_a_renewed_code_replaces_the_old_one(training, browser, trainer):
    page = Page.at(browser, f"/groups/{training.group(trainer)}")
    old = page.html.find(id="join-code").get_text()

    page = page.send("Maak een nieuwe code")

    new = page.html.find(id="join-code").get_text()
    assert new != old
    assert "De oude werkt niet meer" in page.text
    visitor = training.app.test_client()
    assert visitor.get(f"/join/{old}").status_code == 404
    assert visitor.get(f"/join/{new}").status_code == 200


def test_a_stopped_code_lets_nobody_in_until_there_is_a_new_one(training, browser, trainer):
    page = Page.at(browser, f"/groups/{training.group(trainer)}")
    code = page.html.find(id="join-code").get_text()

    page = page.send("Stop de code")

    assert page.html.find(id="join-code") is None
    assert "er kan niemand meer bij" in page.text
    assert training.app.test_client().get(f"/join/{code}").status_code == 404
    assert page.send("Maak een nieuwe code").html.find(id="join-code")


def test_the_next_moment_opens_when_the_one_before_is_closed(training, browser, trainer):
    group = training.group(trainer)
    first, second = training.moments(group)
    refused = browser.post(f"/groups/{group}/open-next", data={"csrf_token": form_token(browser)})
    assert refused.status_code == 404
    training.fill(group, first, *[HALF] * 5)
    Page.at(browser, f"/moments/{first}/close").send("Ja, sluit de meting")

    page = Page.at(browser, f"/groups/{group}").send("Open deze meting")

    assert "De meting is open" in page.text
    assert page.html.find("a", href=f"/moments/{second}/close")


def test_after_the_last_moment_nobody_is_invited_any_more(training, browser, trainer):
    group = training.group(trainer, phases=("after",))
    moment = training.moments(group)[0]
    training.fill(group, moment, *[HALF] * 5)
    Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")

    page = Page.at(browser, f"/groups/{group}")

    assert "uitnodigen" not in page.text
    sent = {"csrf_token": form_token(browser)}
    assert browser.post(f"/groups/{group}/renew-code", data=sent).status_code == 404


@pytest.mark.parametrize("change", ["renew-code", "stop-code", "open-next"])
def test_nothing_changes_by_a_form_that_is_not_ours(training, browser, trainer, change):
    group = training.group(trainer)
    before = browser.get(f"/groups/{group}").data

    assert browser.post(f"/groups/{group}/{change}").status_code == 400
    assert browser.get(f"/groups/{group}").data == before
