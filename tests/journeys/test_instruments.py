"""Every instrument is walked by hand: in both languages, in two phases, from begin to report."""

import re
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from reflect.commands.pretending import answers_of
from reflect.language import LANGUAGES, language
from reflect.questionnaire import Library, asked, path
from reflect.records import definitions, responses
from tests.journeys.hands import go_on

SHELF = Library.read(Path(__file__).parents[2] / "questionnaires").reflections
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("phase", ["after", "later"])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("questionnaire", SHELF, ids=lambda one: one.id)
def test_an_instrument_is_filled_in_and_read(world, device, questionnaire, code, phase):
    chance = Random(f"{questionnaire.id} {code} {phase}")  # noqa: S311 - the same always
    answers = dict(answers_of(questionnaire, phase, chance, 1))
    someone, t = world.somebody(), language(code)
    response = begin(world, someone.me, questionnaire, phase)
    own = device(locale=LOCALES[code])
    own.carry(world.session(someone.me))
    page = own.page
    page.goto("/reflections")
    page.get_by_role("link", name=t("reflections.carry_on")).click()
    steps = path(questionnaire, phase, answers)
    for step in steps:
        expect(page.get_by_role("heading", level=1)).to_have_text(
            questionnaire.say(step.section.title, code)
        )
        for question in step.questions:
            fill_in(page, question.id, answers.get(question.id))
        is_last = step is steps[-1]
        go_on(page, t("reflections.to_review" if is_last else "reflections.go_on"))
    page.get_by_role("button", name=t("reflections.submit"), exact=True).click()
    expect(page).to_have_url(re.compile("/report$"))
    sheet = world.sheet(someone.me, response)
    assert sheet.is_submitted
    assert sheet.values == {q: answers[q] for q in asked(steps) if q in answers}
    for domain in questionnaire.domains:
        title = questionnaire.say(domain.title, code, answers)
        part = page.locator(f"#domain-{domain.id}")
        expect(part.get_by_role("heading", level=2)).to_have_text(title)


def begin(world, me, questionnaire, phase) -> str:
    """A response of somebody to this instrument, in this phase."""
    at = world.house.clock()
    with world.house.database.writing() as db:
        pinned = definitions.pin(db, questionnaire)
        response = responses.start_alone(db, me, pinned, phase, at)
        db.commit()
    return response.id


def fill_in(page, question: str, answer) -> None:
    """What somebody does with a pointer and a keyboard; nothing where there is no answer."""
    if answer is None:
        return
    fields = page.locator(f"[name=q_{question}]")
    if isinstance(answer, tuple):
        for one in answer:
            page.locator(f"[name=q_{question}][value='{one}']").check()
    elif fields.first.evaluate("field => field.localName") == "textarea":
        fields.fill(str(answer))
    else:
        page.locator(f"[name=q_{question}][value='{answer}']").check()
