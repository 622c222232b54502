"""What happens is noted once, and of professionals nothing that leads to them or to an hour."""

import pytest

from reflect.records import audit
from tests.pages import Page
from tests.web.importing import ADMINISTRATOR, a_definition, administrator, send
from tests.web.reflecting import EVERY, joined
from tests.web.training import Training

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
COLLEAGUE = "collega@example.org"
ABOUT = ("group:", "moment:", "evaluation:", "questionnaire:", "organisation:", "staff:refused")


def noted(training: Training, *kinds: str) -> list[str]:
    """The actions of the log, in order; and that it is whole."""
    with training.house.database.reading() as db:
        assert audit.faults(db, training.house.ring) == []
        return [line.action for line in audit.every(db) if line.action.startswith(kinds or ABOUT)]


def posts(browser, home: str):
    """What a form of that browser sends to an address."""
    token = Page.at(browser, home).html.select_one("[name=csrf_token]")["value"]

    def post(path: str, **fields: str) -> str:
        answer = browser.post(path, data=fields | {"csrf_token": token})
        assert answer.status_code in (200, 302), path
        return answer.location or ""

    return post


def test_what_a_trainer_does_with_groups_is_noted_once(training, browser, clock):
    page = Page.at(browser, "/groups/new")
    wishes = {"name": "Voorjaar", "questionnaire": "onveiligheid-opheffen", "cap": "14"}
    page = page.send("Maak de groep", **wishes, before="yes", after="yes")
    group, post = page.path.split("/")[2], posts(browser, "/groups")
    first, _ = training.moments(group)
    training.fill(group, first, *[0] * 5)
    for path in ("renew-code", "stop-code", "plan", "hand-over", "hand-over/withdraw"):
        post(f"/groups/{group}/{path}", cap="20", email=COLLEAGUE)
    for _ in range(2):  # a second click finds it closed
        post(f"/moments/{first}/close")
    clock.forward(minutes=10)
    assert browser.get(f"/moments/{first}/export/csv").status_code == 401  # takes nothing along
    clock.forward(minutes=-10)
    assert browser.get(f"/moments/{first}/export/csv").status_code == 200
    post(f"/groups/{group}/open-next")
    for _ in range(2):  # an evaluation is opened once
        post(f"/groups/{group}/evaluation", questionnaire="training-evaluatie")
    one, other = (training.group(training.trainer()) for _ in range(2))
    post(f"/groups/{one}/combine", other=other)
    post(f"/moments/{training.moments(one)[0]}/delete")
    post(f"/groups/{one}/delete")

    assert noted(training) == [
        *("group:made", "group:code-renewed", "group:code-stopped", "group:plan"),
        *("group:offered", "group:offer-withdrawn", "moment:closed", "moment:exported"),
        *("moment:opened", "evaluation:opened", "group:combined", "moment:deleted"),
        "group:deleted",
    ]


def test_a_colleague_who_takes_a_group_or_would_rather_not_is_noted(training, browser):
    training.trainer(COLLEAGUE)
    mine, theirs = posts(browser, "/groups"), posts(training.signed_in(COLLEAGUE), "/groups")
    for answer in ("refuse", "take"):
        group = training.group(training.trainer())
        mine(f"/groups/{group}/hand-over", email=COLLEAGUE)
        theirs(f"/offered-groups/{group}/{answer}")

    assert noted(training) == [
        *("group:offered", "group:offer-refused", "group:offered", "group:handed-over"),
    ]


def test_a_page_that_is_refused_is_noted_with_its_name_and_nothing_of_its_address(
    training, browser
):
    browser.get("/admin/audit?month=2026-11")
    browser.get(f"/groups/{'x' * 22}")
    browser.get("/groups")
    training.app.test_client().get("/groups")

    with training.house.database.reading() as db:
        refused = [line for line in audit.every(db) if line.action == "staff:refused"]
    assert [(line.thing, line.result) for line in refused] == [
        *(("audit.every", "refused"), ("groups.one", "refused")),
    ]


def test_a_wrong_password_is_noted_each_time_and_the_last_one_shuts_the_door_once(
    training, trainer
):
    for _ in range(7):
        page = Page.at(training.app.test_client(), "/staff/sign-in")
        page.send("Log in", email="trainer@example.org", password="geraden, en dat vaak")

    with training.house.database.reading() as db:
        told = [
            (line.action, line.thing, line.result)
            for line in audit.every(db)
            if line.actor == "somebody"
        ]
    assert told == [
        *[("staff:sign-in", trainer, "failed")] * 5,
        ("staff:limit", "", "refused"),
    ]


def test_what_an_administrator_does_is_noted_once(training):
    browser = administrator(training, ADMINISTRATOR)
    page = Page.at(browser, "/admin/organisations").send("Voeg toe", name="Hogeschool  Zuid")
    page.send("Voeg toe", name="Hogeschool Zuid")
    renamed = Page.at(browser, "/admin/organisations").follow("Andere naam Hogeschool Zuid")
    renamed.send("Bewaar de naam", name="Hogeschool Noord")
    upload = send(browser, a_definition())
    upload.send("Publiceren")

    assert noted(training) == [
        *("organisation:made", "organisation:renamed"),
        *("questionnaire:uploaded", "questionnaire:published"),
    ]


def test_of_a_professional_there_is_the_day_and_no_more(noor, training):
    group, post = joined(noor, training), posts(noor.browser, "/account")
    response = noor.submitted(answers=EVERY)
    for choice in ("no", "no"):  # the same choice again is none
        post(f"/account/groups/{group}", counts=choice)
    post("/account/code")
    post(f"/account/groups/{group}/leave")
    post(f"/account/reflections/{response}/erase", sure="yes")
    post("/account/erase", sure="yes")

    assert noted(training, "person:") == [
        *("person:agreed", "person:code-renewed", "person:left"),
        *("person:reflection-erased", "person:erased"),
    ]
    with training.house.database.reading() as db:
        lines = [line.told() for line in audit.every(db) if line.chain == "person"]
    assert {(line["at"], line["actor_id"], line["thing"], line["detail"]) for line in lines} == {
        (None, "", "", "")
    }
