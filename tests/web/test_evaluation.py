"""What members think of a training: asked once, apart from who they are, told of five or more."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from reflect.records import memberships, releases
from reflect.records.evaluations import Evaluation, Used
from reflect.records.groups import Wave
from tests.pages import Page
from tests.records.test_secrecy import on_disk
from tests.web.evaluating import CLOSE, GIVEN, SEND, Evaluated
from tests.web.reflecting import count, somebody
from tests.web.routes import NOBODY

BANDS = {4: "minder dan 5 ingevuld", 5: "5 of meer ingevuld"}


def state(evaluated):
    with evaluated.training.house.database.reading() as db:
        return db.get_one(Wave, evaluated.wave).state


def test_a_trainer_reads_the_questions_and_opens_the_evaluation_once(training):
    evaluated = Evaluated(training)
    assert "Welk rapportcijfer geef je deze training?" in evaluated.page().text

    page = evaluated.page().send("Open: Evaluatie van de training")

    assert "De evaluatie is open." in page.text
    assert "Open, minder dan 5 ingevuld. Invullen kan tot en met 19 december 2026." in page.text
    again = {"questionnaire": "training-evaluatie", "csrf_token": token(page)}
    assert evaluated.browser.post(f"/groups/{evaluated.group}/evaluation", data=again).location
    assert count(training.app, Wave) == 1


def token(page):
    return page.html.select_one("[name=csrf_token]")["value"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"questionnaire": "onveiligheid-opheffen"}, 404),
        ({}, 404),
        ({"questionnaire": "training-evaluatie", "csrf_token": "of another"}, 400),
    ],
)
def test_only_an_evaluation_is_opened_and_only_by_our_own_form(training, sent, status):
    evaluated = Evaluated(training)
    sent = {"csrf_token": token(evaluated.page())} | sent

    answer = evaluated.browser.post(f"/groups/{evaluated.group}/evaluation", data=sent)

    assert answer.status_code == status
    assert count(training.app, Wave) == 0


def test_another_trainer_opens_and_sees_nothing_of_it(evaluated, training):
    training.trainer("ander@example.org")
    other = training.signed_in("ander@example.org")
    sent = {"questionnaire": "training-evaluatie", "csrf_token": token(Page.at(other, "/groups"))}

    assert other.post(f"/groups/{evaluated.group}/evaluation", data=sent).status_code == 404
    for path in ("", "/close", "/export/csv"):
        assert other.get(f"/moments/{evaluated.wave}{path}").status_code == 404


def test_a_member_finds_the_questions_and_what_is_done_with_the_answers(member):
    page = member.see("/reflections").follow("Geef je mening")

    assert page.heading == "Evaluatie van de training"
    for said in ("Zonder account", "Niemand kan opzoeken", "niets meer veranderen of terugnemen"):
        assert said in page.text
    assert len(page.html.select("fieldset")) == 6
    thanks = page.send(SEND, **GIVEN)
    assert thanks.heading == "Dank je wel voor je mening"
    mine = member.see("/reflections")
    assert "Ingevuld. Dank je wel." in mine.text
    assert "Geef je mening" not in mine.text


def test_a_second_time_is_refused_kindly_and_changes_nothing(evaluated, member):
    early = member.see(f"/evaluations/{evaluated.wave}")
    evaluated.send(member, **GIVEN)

    again = early.send(SEND, q_cijfer="1")

    assert "Je had deze evaluatie al ingevuld. Daar is niets aan veranderd." in again.text
    assert count(evaluated.training.app, Evaluation) == 1


def test_twenty_posts_at_once_make_one(evaluated, member):
    path = f"/evaluations/{evaluated.wave}"
    browsers = [member.app.test_client() for _ in range(20)]
    for browser in browsers:
        browser.set_cookie("session", member.session, domain="127.0.0.1")

    def post(browser):
        return browser.post(path, data={"csrf_token": member.token} | GIVEN).status_code

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(post, browsers)) == {302}
    assert (count(member.app, Evaluation), count(member.app, Used)) == (1, 1)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_files_hold_no_earlier_box_to_lay_beside_this_one(evaluated):
    database, boxes = evaluated.training.house.database, []
    for _ in range(3):
        evaluated.filled(1)
        with database.reading() as db:
            boxes.append(set(db.scalars(select(Evaluation.sealed))))

    found = on_disk(database)

    earlier, last = boxes[0] | boxes[1], boxes[2]
    assert (len(earlier), len(last)) == (1 + 2, 3)
    assert [each for each in earlier if each in found] == []
    assert all(each in found for each in last)


def test_who_is_not_in_the_group_or_left_it_finds_nothing(evaluated, member):
    stranger, path = somebody(member.app), f"/evaluations/{evaluated.wave}"
    assert stranger.see(path).status == 404
    assert stranger.post(path, **GIVEN).status_code == 404
    assert member.see(f"/evaluations/{NOBODY}").status == 404
    (moment, _) = evaluated.training.moments(evaluated.group)
    assert member.see(f"/evaluations/{moment}").status == 404
    with member.house.database.writing() as db:
        memberships.withdraw(db, member.me.person_id, evaluated.group)
        db.commit()

    assert member.post(path, **GIVEN).status_code == 404
    assert count(member.app, Evaluation) == 0


def test_who_leaves_reads_that_nothing_of_the_evaluation_can_be_taken_out(member):
    page = member.see("/reflections").follow("Verlaat deze groep")
    assert "Wat je invulde bij de evaluatie van de training, blijft meetellen." in page.text
    assert "De evaluatie van de training staat los van jou" in member.see("/who-sees-what").text

    left = page.send("Verlaat deze groep")

    assert "Geef je mening" not in left.text


def test_who_does_not_count_in_the_picture_may_still_say_what_the_training_was_like(evaluated):
    quiet = evaluated.joined(counts=False)

    assert evaluated.send(quiet, **GIVEN).heading == "Dank je wel voor je mening"


@pytest.mark.parametrize("number", [4, 5])
def test_the_trainer_sees_a_band_and_closes_with_five(evaluated, number):
    evaluated.filled(number)

    assert BANDS[number] in evaluated.page().text
    asked = evaluated.page().follow("Sluit de evaluatie")
    assert "De losse antwoorden worden vernietigd." in asked.text
    assert state(evaluated) == "open"
    page = asked.send(CLOSE)

    if number == 4:
        assert page.heading == "Nog te weinig antwoorden"
        assert "De evaluatie blijft open." in page.text
        assert state(evaluated) == "open"
        waiting = Page.at(evaluated.browser, f"/moments/{evaluated.wave}")
        assert "De evaluatie is nog open." in waiting.text
        assert evaluated.browser.get(f"/moments/{evaluated.wave}/export/csv").status_code == 404
    else:
        assert page.heading == "Wat de groep van de training vond"


def test_trainer_members_and_file_tell_the_same_figures(evaluated):
    evaluated.filled(4)
    evaluated.filled(2, q_cijfer="5", q_gebruiken="5")
    page = evaluated.close()

    told = [one.get_text() for one in page.html.select("#grades, td")]
    assert "7,0" in told[0]  # (4 * 8 + 2 * 5) / 6
    assert "Er waren te weinig antwoorden" not in page.text
    assert "Ik kan wat ik leerde gebruiken in de zaken die ik nu heb." in page.text
    assert "6 mensen" not in page.text
    member = evaluated.members[0].see("/reflections").follow("Bekijk wat de groep vond")
    assert [one.get_text() for one in member.html.select("#grades, td")] == told
    file = evaluated.browser.get(f"/moments/{evaluated.wave}/export/csv").get_data(as_text=True)
    assert "Welk rapportcijfer geef je deze training?;1;10;;7,0;" in file


def test_after_closing_nobody_fills_in_and_nothing_is_left(evaluated, member):
    early = member.see(f"/evaluations/{evaluated.wave}")
    evaluated.filled(5)
    evaluated.close()

    late = early.send(SEND, **GIVEN)

    assert late.heading == "Wat de groep van de training vond"
    assert (count(member.app, Evaluation), count(member.app, Used)) == (0, 0)
    assert "Open: Evaluatie" not in evaluated.page().text
    assert "Bekijk wat de groep vond" in evaluated.page().text


def test_while_it_closes_nobody_fills_in(evaluated, member):
    evaluated.filled(5)
    with member.house.database.writing() as db:
        releases.freeze(db, evaluated.wave, floor=5, at=member.house.clock())
        db.commit()

    page = Page(member.browser, member.post(f"/evaluations/{evaluated.wave}", **GIVEN)).status
    assert page == 302
    mine = member.see(f"/evaluations/{evaluated.wave}")
    assert "De evaluatie is al gesloten. Invullen kan niet meer" in mine.text
    assert (
        "Het sluiten van de evaluatie werd onderbroken."
        in Page.at(evaluated.browser, f"/moments/{evaluated.wave}/close").text
    )


def test_an_evaluation_is_nothing_to_reflect_with(evaluated, member):
    assert "Evaluatie van de training" not in member.see("/").text
    assert member.see("/questionnaires/training-evaluatie/preview").status == 404
    assert member.see("/start/training-evaluatie").status == 404
    assert member.post("/reflections", moment=evaluated.wave).status_code == 404
    assert "Evaluatie" not in Page.at(evaluated.browser, "/groups/new").text
