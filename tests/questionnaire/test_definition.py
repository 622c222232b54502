"""A definition as it was written, and what it says."""

import pytest

from reflect.questionnaire.questions.base import NotAnAnswer
from tests.questionnaire.building import (
    SCALES,
    a_questionnaire,
    aside,
    choice,
    domain,
    nl,
    open_question,
    section,
    statement,
)

ROLE = choice("rol", "lokaal", "gi")
PARTNER = {"question": "rol", "words": {"lokaal": nl("de collega")}, "otherwise": nl("je partner")}
PIPED = a_questionnaire(
    section("een", ROLE),
    section("twee", {**open_question("a"), "text": nl("Hoe was {partner}?")}),
    placeholders={"partner": PARTNER},
)


def test_a_placeholder_says_what_was_answered():
    words = PIPED.questions["a"].text
    assert PIPED.say(words, "nl", {"rol": "lokaal"}) == "Hoe was de collega?"
    assert PIPED.say(words, "nl", {"rol": "gi"}) == "Hoe was je partner?"
    assert PIPED.say(words, "nl") == "Hoe was je partner?"


def test_a_language_that_a_questionnaire_lacks_is_its_first():
    assert PIPED.say(PIPED.questions["a"].text, "en") == "Hoe was je partner?"


def test_domains_questions_and_scales_are_found_by_their_id():
    questionnaire = a_questionnaire(
        section("een", statement("a1"), aside("t", "tien", "none")), domains=[domain()]
    )
    assert list(questionnaire.questions) == ["a1", "t"]
    assert questionnaire.domain("zien").id == "zien"
    tens = questionnaire.scale_of(questionnaire.questions["t"])
    assert (tens.minimum, tens.maximum, len(tens.values)) == (0, 10, 11)
    with pytest.raises(KeyError):
        questionnaire.domain("horen")


def test_the_canonical_text_has_sorted_keys_no_spaces_and_no_schema():
    questionnaire = a_questionnaire(section("een", open_question("a")), **{"$schema": "x"})
    assert questionnaire.canonical.startswith('{"format":1,"id":"proef","languages":["nl"],')
    assert "schema" not in questionnaire.canonical
    assert len(questionnaire.fingerprint) == 64


def test_the_same_content_has_the_same_fingerprint():
    one, other = (a_questionnaire(section("een", open_question(q))) for q in "ab")
    assert one.fingerprint == a_questionnaire(section("een", open_question("a"))).fingerprint
    assert one.fingerprint != other.fingerprint
    assert len({one, other, one}) == 2


def test_a_definition_is_frozen():
    with pytest.raises(ValueError, match="frozen"):
        PIPED.version = 2


def test_scales_are_declared_and_never_observed():
    gaps = {"points": [SCALES["eens"]["points"][n] for n in (0, 2, 4)]}
    questionnaire = a_questionnaire(
        section("een", aside("t", "gaten", "none")), scales={"gaten": gaps}
    )
    assert questionnaire.scales["gaten"].values == (1, 3, 5)
    with pytest.raises(NotAnAnswer):
        questionnaire.questions["t"].admit(questionnaire, 2)
