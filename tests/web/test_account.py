"""Coming back with a code, leaving, a new code, and how long a session lives."""

import pytest

from reflect.app import create_app
from reflect.records import groups, memberships
from reflect.records.memberships import Wishes
from reflect.records.responses import Contribution
from reflect.records.sessions import Session
from tests.pages import Page
from tests.web.reflecting import count

NOWHERE = "7K3PX-0M9QD-ZRT4W-H82VN"  # a code that was never given
EVERY = {f"{letter}{n}": 4 for letter in "abcdefg" for n in range(1, 6)}


def cookie(answer) -> dict[str, str]:
    """The session's cookie as a browser is told to keep it."""
    name, *rest = answer.headers["Set-Cookie"].split("; ")
    flags = dict(part.partition("=")[::2] for part in rest)
    return {"name": name.partition("=")[0], "value": name.partition("=")[2]} | flags


def joined(noor, training) -> str:
    """The id of a group in which her answers count."""
    group = training.group(training.trainer())
    with training.house.database.writing() as db:
        wishes = Wishes(counts=True, research=False)
        memberships.join(db, noor.me.person_id, group, wishes, training.house.clock())
        db.commit()
    return group


def signed_in(browser, code) -> Page:
    return Page.at(browser, "/account/sign-in").send("Ga verder", code=code)


def is_in(browser) -> bool:
    return browser.get("/reflections").status_code == 200


def test_a_code_is_read_as_people_write_it(noor):
    written = f"  {noor.code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\n"
    assert signed_in(noor.app.test_client(), written).heading == "Mijn reflecties"


@pytest.mark.parametrize("typed", [NOWHERE, "", "7K3P-0M9Q", "\0", "ë" * 20, "7" * 5000])
def test_a_code_that_opens_nothing_is_told_where_it_was_typed(client, typed):
    page = signed_in(client, typed)
    assert page.status == 400
    assert page.errors[0].startswith("Deze code opent niets.")
    assert not is_in(client)


def test_signing_in_again_ends_the_session_before(noor):
    signed_in(noor.browser, noor.code)
    assert is_in(noor.browser)
    noor.browser.set_cookie("session", noor.session, domain="127.0.0.1")
    assert not is_in(noor.browser)


def test_signing_out_ends_the_session_on_the_server_too(noor):
    answer = noor.post("/account/sign-out")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert cookie(answer)["value"] == ""
    assert "Je bent uitgelogd." in Page.at(noor.browser, answer.headers["Location"]).text
    noor.browser.set_cookie("session", noor.session, domain="127.0.0.1")  # kept and played again
    assert not is_in(noor.browser)
    assert count(noor.app, Session) == 0


def test_a_cookie_of_a_trial_is_for_this_machine_and_for_no_script(noor):
    answer = noor.app.test_client().post("/account/sign-in", data={"code": noor.code})
    kept = cookie(answer)
    assert (kept["name"], kept["Path"], kept["SameSite"]) == ("session", "/", "Lax")
    assert "HttpOnly" in kept
    assert {"Secure", "Domain", "Max-Age", "Expires"}.isdisjoint(kept)
    assert len(kept["value"]) >= 43  # 256 bits


def test_a_cookie_over_https_is_bound_to_its_host(noor, tmp_path):
    app = create_app(
        instance=tmp_path,
        database_url=noor.house.database.url.render_as_string(hide_password=False),
        base_url="https://reflect.example",
        clock=noor.house.clock,
    )
    browser = app.test_client()
    answer = browser.post(
        "/account/sign-in", data={"code": noor.code}, base_url="https://reflect.example"
    )
    kept = cookie(answer)
    assert kept["name"] == "__Host-session"
    assert {"Secure", "HttpOnly"} <= set(kept)
    assert kept["Path"] == "/"
    assert "Domain" not in kept
    assert browser.get("/reflections", base_url="https://reflect.example").status_code == 200
    chosen = browser.post("/language", data={"language": "en"}, base_url="https://reflect.example")
    told = cookie(chosen)
    assert (told["name"], told["Path"]) == ("__Host-language", "/")
    assert "Secure" in told
    assert "Domain" not in told
    page = browser.get("/", base_url="https://reflect.example").get_data(as_text=True)
    assert '<html lang="en"' in page
    app.extensions["reflect"].database.close()


def test_a_session_ends_after_half_an_hour_of_nothing(noor, clock):
    clock.forward(minutes=29)
    assert is_in(noor.browser)
    clock.forward(minutes=29)
    assert is_in(noor.browser)
    clock.forward(minutes=30)
    assert not is_in(noor.browser)


def test_a_session_ends_after_ten_hours_however_busy_it_was(noor, clock):
    for _ in range(23):
        clock.forward(minutes=26)
        assert is_in(noor.browser)
    clock.forward(minutes=2)
    assert not is_in(noor.browser)


def test_a_new_code_opens_and_the_old_one_and_other_sessions_do_not(noor):
    elsewhere = noor.app.test_client()
    signed_in(elsewhere, noor.code)
    shown = noor.see("/account/code").send("Maak een nieuwe code")
    assert "Je oude code werkt niet meer." in shown.text
    fresh = shown.html.select_one("#personal-code").get_text()
    assert is_in(noor.browser)
    assert not is_in(elsewhere)
    assert signed_in(elsewhere, noor.code).status == 400
    assert signed_in(elsewhere, fresh).heading == "Mijn reflecties"


def test_a_new_code_needs_our_own_form(noor):
    page = Page(noor.browser, noor.browser.post("/account/code", data={"csrf_token": "x"}))
    assert page.heading == "Een nieuwe persoonlijke code"
    assert signed_in(noor.app.test_client(), noor.code).status == 200


def test_what_was_submitted_reads_the_same_after_a_new_code(noor):
    response = noor.submitted()
    noor.see("/account/code").send("Maak een nieuwe code")
    assert noor.see(f"/reflections/{response}/report").status == 200


def test_whether_answers_count_is_changed_from_the_list_after_the_code_was_stopped(noor, training):
    group = joined(noor, training)
    with training.house.database.writing() as db:
        groups.stop_code(db, db.get(groups.Group, group))
        db.commit()
    response = noor.submitted(moment=training.moments(group)[0], answers=EVERY)
    page = noor.see("/reflections").follow("Verander")
    assert page.html.select_one("[name=counts][checked]")["value"] == "yes"
    assert "tellen niet mee" in page.send("Verander", counts="no").text
    assert count(noor.app, Contribution) == 0
    again = noor.see("/reflections").follow("Verander")
    assert again.html.select_one("[name=counts][checked]")["value"] == "no"
    assert "tellen mee" in again.send("Verander", counts="yes").text
    assert count(noor.app, Contribution) == 1
    assert noor.see(f"/reflections/{response}/report").status == 200


def test_a_wish_is_changed_by_our_own_form_and_with_a_choice(noor, training):
    page = noor.see(f"/account/groups/{joined(noor, training)}")
    assert page.send("Verander", counts=None).errors[0].startswith("Kies of je antwoorden")
    stale = page.send("Verander", csrf_token="x", counts="no")
    assert stale.status == 400
    assert stale.errors == ["Deze pagina was verlopen. Probeer het nog een keer."]
    assert "tellen mee" in noor.see("/reflections").text


def test_another_group_is_nobodys_to_wish_in(noor, training):
    group = training.group(training.trainer())
    assert noor.browser.get(f"/account/groups/{group}").status_code == 404


def test_leaving_a_group_takes_back_what_was_given_and_keeps_what_is_ones_own(noor, training):
    group = joined(noor, training)
    response = noor.submitted(moment=training.moments(group)[0], answers=EVERY)
    assert count(noor.app, Contribution) == 1
    page = noor.see("/reflections").follow("Verlaat deze groep")
    assert "Voorjaar" in page.text
    page = page.send("Verlaat deze groep")
    assert "Je hebt de groep verlaten." in page.text
    assert count(noor.app, Contribution) == 0
    assert noor.see(f"/reflections/{response}/report").status == 200
    assert noor.browser.get(f"/account/groups/{group}/leave").status_code == 404
