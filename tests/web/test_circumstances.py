"""What happens around groups: two at once, a change of group, all answers alike, word of danger."""

from fractions import Fraction

from reflect.questionnaire.questions.text import TextQuestion
from reflect.records import memberships, releases
from tests.pages import Page
from tests.web.reflecting import EVERY
from tests.web.training import COUNTS

DANGER = "Niemand leest dit mee. Bij direct gevaar: bel 112, of Veilig Thuis 0800-2000."


def joined(training, noor, *groups):
    with training.house.database.writing() as db:
        for group in groups:
            memberships.join(db, noor.me.person_id, group, COUNTS, training.house.clock())
        db.commit()


def counting(training, *moments):
    with training.house.database.reading() as db:
        return [releases.submitted(db, moment) for moment in moments]


def test_of_somebody_in_two_groups_a_reflection_counts_in_the_one_it_was_made_for(
    training, trainer, noor
):
    pair = training.group(trainer), training.group(trainer, name="Najaar")
    first, second = (training.moments(group)[0] for group in pair)
    joined(training, noor, *pair)

    noor.submitted(moment=first, answers=EVERY)
    assert counting(training, first, second) == [1, 0]
    noor.submitted(moment=second, answers=EVERY)
    assert counting(training, first, second) == [1, 1]


def test_who_changes_to_another_group_keeps_their_own_history(training, trainer, noor):
    here = training.group(trainer)
    there = training.group(trainer, phases=("later",), name="Nieuwe baan")
    first, elsewhere = training.moments(here)[0], training.moments(there)[0]
    joined(training, noor, here)
    noor.submitted(moment=first, answers=EVERY)
    with training.house.database.writing() as db:
        memberships.withdraw(db, noor.me.person_id, here)
        db.commit()
    joined(training, noor, there)
    noor.submitted(moment=elsewhere, answers=EVERY)

    page = noor.see("/compare/onveiligheid-opheffen")

    assert page.status == 200
    assert len(page.html.select("main nav li")) == 2
    assert counting(training, first, elsewhere) == [0, 1]


def test_the_same_answer_everywhere_is_kept_kindly_pointed_out_and_told_to_nobody(
    training, trainer, browser, noor
):
    group = training.group(trainer)
    moment = training.moments(group)[0]
    training.fill(group, moment, *[Fraction(1, 2)] * 4)
    joined(training, noor, group)
    response = noor.draft(moment=moment, answers=EVERY)

    page = noor.see(f"/reflections/{response}/review")

    assert "Je gaf bij alle stellingen hetzelfde antwoord. Dat kan kloppen." in page.text
    page.send("Verstuur")
    assert counting(training, moment) == [5]
    shown = Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")
    assert "hetzelfde antwoord" not in shown.text.replace("bijna alle mensen hetzelfde", "")


def test_under_every_open_question_stands_whom_to_call_in_danger(training, noor):
    response = noor.draft()
    open_ones = [
        section.id
        for section in training.questionnaire.sections
        if any(isinstance(question, TextQuestion) for question in section.questions)
    ]
    seen = 0
    for section in open_ones:
        page = noor.see(f"/reflections/{response}/{section}")
        fields = page.html.select("textarea")
        assert page.text.count(DANGER) == len(fields), section
        seen += len(fields)
    assert seen
