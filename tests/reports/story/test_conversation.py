"""The page for a conversation: where the profile has its ends, and no figures."""

import re

from reflect.reports.blocks import Heading, Labelled, Room
from tests.reports.making import (
    ANSWERS,
    a_choice,
    a_section,
    document,
    everything,
    filled_in,
    report,
    shipped,
)
from tests.reports.reading import reader, said

LEVEL = {f"{name}{n}": 3 for name in ("zien", "wegen", "doen") for n in range(1, 5)}


def page(answers=ANSWERS, **wishes):
    return report(answers, **wishes)["conversation"]


def headings(part):
    return [block.text for block in part.blocks if isinstance(block, Heading)]


def labelled(part):
    return [(block.label, block.texts) for block in part.blocks if isinstance(block, Labelled)][1:]


def test_the_highest_and_the_lowest_domain_bring_what_their_band_says_and_asks():
    part = page(LEVEL | {"zien1": 5, "wegen1": 1})

    assert headings(part) == ["Je hoogste domein", "Je laagste domein"]
    assert labelled(part) == [
        ("Zien", ("Dat kan midden betekenen. Vraag: hoe komt midden?",)),
        ("Wegen", ("Dat kan midden betekenen. Vraag: hoe komt midden?",)),
    ]


def test_domains_that_are_equal_are_all_named():
    part = page(LEVEL | {"zien1": 5, "wegen1": 5})

    assert headings(part) == ["Je hoogste domeinen", "Je laagste domein"]
    assert [label for label, _ in labelled(part)] == ["Zien", "Wegen", "Doen"]


def test_where_nothing_is_highest_the_person_is_asked_to_choose():
    for answers in ({}, LEVEL):
        part = page(answers)
        assert headings(part) == []
        assert part.blocks[2] == Room("Over welk domein wil je praten, en waarom juist dat?", 3)


def test_confidence_that_lies_apart_is_a_question_in_its_direction():
    part = page()

    assert "Waar je zekerheid en je antwoorden verschillen" in headings(part)
    assert labelled(part)[2:] == [
        ("Zekerder dan je antwoorden", ("Wegen",)),
        ("Minder zeker dan je antwoorden", ("Zien",)),
    ]


def test_there_is_no_figure_on_it_to_be_seen_by_accident():
    assert [text for text in said(page()) if re.search(r"\d", text)] == []


def test_it_begins_a_page_of_its_own_to_be_handed_over():
    assert page().apart


def test_a_questionnaire_without_domains_has_no_such_page():
    closed = everything(sections=[a_section("een", a_choice("rol"))], domains=[], report={})

    assert "conversation" not in report({"rol": "hier"}, of=closed)


def test_with_many_gaps_it_is_still_one_page():
    questionnaire = shipped()
    answers = filled_in(questionnaire) | {
        question.id: 10 * (number % 2)
        for number, question in enumerate(questionnaire.questions.values())
        if question.use == "confidence"
    }

    pages = [page.extract_text() for page in reader(document(answers, of=questionnaire)).pages]
    (mine,) = [text for text in pages if "Gesprekspagina" in text]
    assert "Wat doe je als eerste" in mine
