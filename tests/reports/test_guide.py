"""The sheet for whoever talks with somebody: how to, what to ask, and no answers."""

import json

import pytest

from reflect.questionnaire import Questionnaire
from reflect.reports import conversation
from reflect.reports.guide import guide
from tests.reports.making import (
    ANSWERS,
    EVERYTHING,
    a_choice,
    a_section,
    everything,
    filled_in,
    outcome,
    shipped,
)
from tests.reports.reading import packed, read, reader, said


def test_whatever_was_answered_and_whoever_it_was_the_sheet_is_the_same_to_the_byte():
    mine = conversation(outcome(name="Noor"))
    yours = conversation(outcome({}, phase="before"))

    assert mine == yours
    assert mine.name == "voor-de-ander.pdf"


def test_an_answer_does_not_slip_in_through_the_words_of_the_questionnaire():
    words = {"nl": "{wie}", "en": "{wie}"}
    plain = EVERYTHING | {
        "title": words,
        "placeholders": {
            "wie": {
                "question": "rol",
                "words": {"daar": {"nl": "de ander", "en": "the other"}},
                "otherwise": {"nl": "iemand", "en": "somebody"},
            }
        },
    }
    questionnaire = Questionnaire.from_json(json.dumps(plain))

    assert "Vragenlijst iemand" in read(conversation(outcome(ANSWERS, of=questionnaire)))


@pytest.mark.parametrize("code", ["nl", "en"])
def test_paper_says_what_its_parts_say(code):
    left = packed(read(conversation(outcome(code=code))))

    for part in guide(outcome(code=code)):
        assert [text for text in said(part) if packed(text) not in left] == []


def test_each_domain_brings_what_the_questionnaire_asks_in_any_band():
    (domains,) = (part for part in guide(outcome()) if part.id == "domains")

    assert domains.blocks[1].label == "Zien"
    assert domains.blocks[1].texts == tuple(
        f"Vraag: hoe komt {band}?" for band in ("laag", "midden", "hoog")
    )


def test_without_domains_there_are_questions_all_the_same():
    closed = everything(sections=[a_section("een", a_choice("rol"))], domains=[], report={})

    ids = [part.id for part in guide(outcome({}, of=closed))]
    assert ids == ["guide", "about", "how", "questions", "room"]


def test_it_tells_what_to_do_when_a_child_is_in_danger_and_not_to_judge():
    text = read(conversation(outcome()))

    assert "bel 112, of Veilig Thuis 0800-2000" in text
    assert "Gebruik het niet voor een beoordeling of een dossier" in text


def test_the_shipped_questionnaire_makes_two_pages_of_it():
    questionnaire = shipped()

    made = conversation(outcome(filled_in(questionnaire), of=questionnaire))
    assert len(reader(made).pages) == 2
