"""Filling in: the list, the sections one by one, the review, and submitting once."""

import pytest

from reflect.records import groups, memberships, responses
from reflect.records.memberships import Wishes
from reflect.records.responses import Contribution, Frozen, Moved
from reflect.records.responses import Response as Filled
from reflect.web import submitting
from tests.pages import Page
from tests.records.making import keep
from tests.web.reflecting import count, somebody

ALL = {f"{letter}{n}": 4 for letter in "abcdefg" for n in range(1, 6)}


@pytest.fixture
def moment(training, noor):
    """The open moment of a group that Noor is in."""
    group = training.group(training.trainer())
    with training.house.database.writing() as db:
        wishes = Wishes(counts=True, research=False)
        memberships.join(db, noor.me.person_id, group, wishes, training.house.clock())
        db.commit()
    return training.moments(group)[0]


def close(training, moment):
    with training.house.database.writing() as db:
        db.get(groups.Moment, moment).state = "closed"
        db.commit()


def test_somebody_with_nothing_yet_is_told_where_to_begin(noor):
    page = noor.see("/reflections")
    assert "Je hebt nog niets ingevuld." in page.text
    assert page.follow("Naar de beginpagina").path == "/"


def test_a_moment_is_begun_once_and_then_gone_on_with(noor, moment):
    page = noor.see("/reflections").send("Begin")
    assert page.heading == "Signalen"
    assert noor.post("/reflections", moment=moment).status_code == 302
    assert count(noor.app, Filled) == 1
    mine = noor.see("/reflections")
    assert "Nog niet open" in mine.text
    assert mine.follow("Ga verder").heading == "Signalen"


def test_beginning_needs_our_own_form(noor, moment):
    sent = {"moment": moment, "csrf_token": "x"}
    answer = noor.browser.post("/reflections", data=sent, follow_redirects=True)
    assert "Deze pagina was verlopen." in Page(noor.browser, answer).text
    assert count(noor.app, Filled) == 0


@pytest.mark.parametrize("wished", ["", "x" * 22, "\0", "planned", "foreign"])
def test_a_moment_that_is_not_for_this_person_does_not_exist(noor, training, moment, wished):
    group = next(group for group in _groups(training))
    others = {
        "planned": training.moments(group)[1],
        "foreign": training.moments(training.group(_trainer(training), name="Najaar"))[0],
    }
    assert noor.post("/reflections", moment=others.get(wished, wished)).status_code == 404
    assert moment
    assert count(noor.app, Filled) == 0


def _groups(training):
    with training.house.database.reading() as db:
        return [group.id for group in db.query(groups.Group)]


def _trainer(training):
    with training.house.database.reading() as db:
        return db.query(groups.Group).first().staff_id


def test_going_on_leads_to_the_first_section_with_something_open(noor):
    response = noor.draft(answers={f"a{n}": 3 for n in range(1, 6)} | {"zeker-signalen": 7})
    assert noor.see(f"/reflections/{response}").path.endswith("/wegen")


def test_going_on_with_everything_answered_leads_to_the_review(noor):
    questionnaire = noor.house.library.latest("onveiligheid-opheffen")
    page = noor.see(f"/reflections/{noor.draft()}")
    while page.heading != "Nalezen en versturen":
        radios = {tag["name"]: tag["value"] for tag in page.html.select("input[type=radio]")}
        page = page.send("Bewaar en", **radios)
    assert "vragen over. Dat mag." in page.text  # the texts
    response = page.path.split("/")[2]
    assert noor.see(f"/reflections/{response}").path.endswith("/review")
    texts = {q.id: "x" for q in questionnaire.questions.values() if q.type == "text"}
    with noor.house.database.writing() as db:
        responses.save(db, noor.me, response, texts, noor.house.clock())
        db.commit()
    assert "Niets overgeslagen." in noor.see(f"/reflections/{response}").text


def test_the_review_says_neutrally_what_was_skipped(noor):
    response = noor.draft(answers={f"a{n}": 3 for n in range(1, 5)})
    page = noor.see(f"/reflections/{response}/review")
    assert "vragen over. Dat mag." in page.text
    assert "Signalen 2 overgeslagen" in page.text  # own words may stay empty
    assert page.follow("Signalen").path.endswith("/signalen")


def test_a_section_that_is_not_on_the_path_does_not_exist(noor):
    response = noor.draft("after")
    assert noor.see(f"/reflections/{response}/casus-2").status == 404
    assert noor.see(f"/reflections/{response}/nergens").status == 404
    assert noor.see(f"/reflections/{noor.draft('later')}/casus-2").status == 200


def test_submitting_twice_gives_the_same_page_and_one_receipt(noor, moment):
    response = noor.submitted(moment=moment, answers=ALL)
    with noor.house.database.reading() as db:
        receipt = db.get(Filled, response).receipt
    again = noor.post(f"/reflections/{response}/submit")
    assert again.headers["Location"] == f"/reflections/{response}/report"
    with noor.house.database.reading() as db:
        assert db.get(Filled, response).receipt == receipt
    assert count(noor.app, Frozen) == count(noor.app, Contribution) == 1


def test_submitting_needs_our_own_form(noor):
    response = noor.draft()
    sent = {"csrf_token": noor.token[::-1]}
    answer = noor.browser.post(f"/reflections/{response}/submit", data=sent, follow_redirects=True)
    page = Page(noor.browser, answer)
    assert page.heading == "Nalezen en versturen"
    assert "Deze pagina was verlopen." in page.text
    assert page.send("Verstuur").path.endswith("/report")


def test_after_submitting_nothing_changes_and_every_way_leads_to_the_report(noor):
    response = noor.submitted()
    report = f"/reflections/{response}/report"
    before = noor.answers(response)
    for path in (f"/reflections/{response}", f"/reflections/{response}/review"):
        assert noor.see(path).path == report
    assert noor.see(f"/reflections/{response}/signalen").path == report
    changed = noor.post(f"/reflections/{response}/signalen", q_a1="1", seen="1")
    assert changed.headers["Location"] == report
    told = noor.keep(response, "a1", q_a1="1", seen="1")
    assert (told.status_code, told.json["href"]) == (409, report)
    assert noor.answers(response) == before
    assert "Verstuurd op 21 november 2026" in noor.see("/reflections").text


def test_after_closing_one_is_in_no_picture_that_was_made(noor, training, moment):
    begun = noor.draft(moment=moment, answers=ALL)
    close(training, moment)
    page = noor.see(f"/reflections/{begun}/review")
    assert "in het groepsbeeld dat er is, telt dit niet meer mee" in page.text
    assert page.send("Verstuur").path == f"/reflections/{begun}/report"
    with noor.house.database.reading() as db:
        assert db.query(Contribution).one().turn is None  # it waits for a set of its own


def test_after_closing_one_may_still_begin(noor, training, moment):
    close(training, moment)
    page = noor.see("/reflections")
    assert "Gesloten. Je kunt nog voor jezelf invullen." in page.text
    assert page.send("Begin").heading == "Signalen"


def test_another_persons_response_is_as_one_that_never_was(noor):
    stranger = somebody(noor.app)
    draft, report = noor.draft(), noor.submitted()
    for method, place in (
        ("GET", "{}"), ("GET", "{}/signalen"), ("GET", "{}/review"), ("GET", "{}/report"),
        ("POST", "{}/signalen"), ("POST", "{}/answers"), ("POST", "{}/submit"),
        ("POST", "{}/report.pdf"),
    ):  # fmt: skip
        for theirs in (draft, report):
            assert seen(stranger, method, place, theirs) == seen(stranger, method, place, "0" * 22)


def seen(person, method, place, response):
    """Status, headers and bytes of an answer, without the number of the request and the address."""
    path = f"/reflections/{place.format(response)}"
    sent = {"csrf_token": person.token, "question": "a1", "q_a1": "4", "seen": "0"}
    answer = person.browser.open(path, method=method, data=sent if method == "POST" else None)
    assert answer.status_code == 404
    page = Page(person.browser, answer).html
    number = next(text for text in page.stripped_strings if "Nummer van dit" in text)
    body = answer.get_data(as_text=True).replace(number, "").replace(response, "")
    return body, [name for name, _ in answer.headers]


def test_answers_that_keep_coming_send_the_person_back_to_the_review(noor, monkeypatch):
    def moved(*_, **__):
        raise Moved

    response = noor.draft()
    monkeypatch.setattr(submitting.responses, "submit", moved)
    page = Page(noor.browser, noor.browser.post(
        f"/reflections/{response}/submit", data={"csrf_token": noor.token}, follow_redirects=True
    ))  # fmt: skip
    assert page.heading == "Nalezen en versturen"
    assert "Druk nog een keer" in page.text


def test_an_answer_in_the_blink_of_submitting_is_taken_along(noor, monkeypatch):
    response, submit = noor.draft(answers={"a1": 2}), responses.submit

    def interrupted(db, ring, me, submission, at):
        if submission.revision == 1:
            keep(db, me, response, {"a1": 5}, at)
            db.commit()
            raise Moved
        return submit(db, ring, me, submission, at)

    monkeypatch.setattr(submitting.responses, "submit", interrupted)
    assert noor.post(f"/reflections/{response}/submit").status_code == 302
    assert noor.answers(response) == {"a1": 5}
