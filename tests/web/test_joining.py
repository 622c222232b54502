"""Who changes their mind about counting, counts or does not, and the page says so truly."""

from reflect.records import releases
from reflect.records.groups import Group
from tests.pages import Page


def counted(training, moment):
    with training.house.database.reading() as db:
        return releases.submitted(db, moment)


def join_code(training, group):
    page = Page.at(training.signed_in(), f"/groups/{group}")
    return page.html.find(id="join-code").get_text()


def test_no_and_then_yes_counts_with_what_was_submitted(training, noor):
    group = training.group(training.trainer())
    moment = training.moments(group)[0]
    door = f"/join/{join_code(training, group)}"
    noor.post(door, counts="no")
    noor.submitted(moment=moment, answers=dict.fromkeys(("a1", "a2", "a3"), 4))
    assert counted(training, moment) == 0

    noor.post(door, counts="yes")
    assert counted(training, moment) == 1
    noor.post(door, counts="no")
    assert counted(training, moment) == 0
    noor.post(door, counts="yes")
    assert counted(training, moment) == 1


def test_a_form_sent_twice_makes_one_person(training):
    group = training.group(training.trainer())
    browser = training.app.test_client()
    page = Page.at(browser, f"/join/{join_code(training, group)}")
    form = {"counts": "yes", "newcomer": page.html.find("input", {"name": "newcomer"})["value"]}

    codes = []
    for _ in range(2):
        sent = training.app.test_client().post(page.path, data=form)
        codes.append(Page(browser, sent).html.select_one("#personal-code").get_text())

    assert codes[0] == codes[1]
    again = Page.at(training.app.test_client(), page.path)
    assert "Tot nu toe deed één persoon mee met deze groep." in again.text


def test_who_takes_the_last_place_may_send_the_form_twice(training):
    group = training.group(training.trainer())
    with training.house.database.writing() as db:
        db.get_one(Group, group).cap = 1
        db.commit()
    browser = training.app.test_client()
    page = Page.at(browser, f"/join/{join_code(training, group)}")
    form = {"counts": "yes", "newcomer": page.html.find("input", {"name": "newcomer"})["value"]}

    sent = [training.app.test_client().post(page.path, data=form) for _ in range(2)]

    assert [one.status_code for one in sent] == [200, 200]
    stranger = training.app.test_client().post(page.path, data={"counts": "yes"})
    assert stranger.status_code == 410


def test_a_full_group_still_lets_its_members_change_their_mind(training, noor):
    group = training.group(training.trainer())
    door = f"/join/{join_code(training, group)}"
    noor.post(door, counts="yes")
    with training.house.database.writing() as db:
        db.get_one(Group, group).cap = 1
        db.commit()

    assert training.app.test_client().get(door).status_code == 410
    assert noor.post(door, counts="no").status_code == 302
