"""Every questionnaire that comes along: drawn in each phase and language, scored, printed."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from reflect.commands.pretending import answers_of
from reflect.language import LANGUAGES, language
from reflect.questionnaire import Library, Profile, path, score
from reflect.records import definitions, responses
from reflect.reports import Outcome, personal
from tests.pages import Page
from tests.web.reflecting import somebody

SHELF = Library.read(Path(__file__).parents[2] / "questionnaires").reflections
PHASES = ("before", "after", "later")
WHICH = pytest.mark.parametrize("questionnaire", SHELF, ids=lambda one: one.id)


def draft(noor, questionnaire, phase, answers):
    """A response of hers to this questionnaire, with these answers."""
    at = noor.house.clock()
    with noor.house.database.writing() as db:
        wanted = definitions.pin(db, questionnaire)
        response = responses.start_alone(db, noor.me, wanted, phase, at)
        responses.save(db, noor.me, response.id, answers, at)
        db.commit()
    return response.id


@WHICH
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("phase", PHASES)
def test_every_section_is_drawn_sent_and_read_again(app, questionnaire, phase):
    noor = somebody(app)
    answers = dict(answers_of(questionnaire, phase, Random(1)))  # noqa: S311 - the same always
    response = draft(noor, questionnaire, phase, answers)
    for code in LANGUAGES:
        noor.browser.set_cookie("language", code, domain="127.0.0.1")
        spoken = language(code)
        onward = spoken("reflections.go_on").split()[0]
        for step in path(questionnaire, phase, answers):
            page = Page.at(noor.browser, f"/reflections/{response}/{step.section.id}")
            assert page.heading == questionnaire.say(step.section.title, code)
            fields = {tag["name"] for tag in page.html.select("form.answers [name^=q_]")}
            assert fields == {f"q_{one.id}" for one in step.questions if one.type != "passage"}
            assert page.send(onward).status == 200
    assert noor.answers(response) == answers


@WHICH
@pytest.mark.parametrize("phase", PHASES)
def test_every_questionnaire_scores_and_prints(questionnaire, phase):
    for part in (0, 0.5, 1):
        answers = answers_of(questionnaire, phase, Random(2), part)  # noqa: S311 - the same always
        profile = score(questionnaire, phase, answers)
        assert Profile.from_json(profile.to_json()) == profile
        assert [one.domain for one in profile.scores] == [one.id for one in questionnaire.domains]
    for code in LANGUAGES:
        made = personal(Outcome(questionnaire, profile, language(code), dt.date(2026, 11, 21)))
        assert len(PdfReader(BytesIO(made.body)).pages) >= 2
