"""Each type of question: what it takes from a form or from JSON, and how it is read back."""

import pytest

from reflect.questionnaire import NotAnAnswer
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    nl,
    open_question,
    section,
)

HELP = {**choice("hulp", "a", "b", "c"), "type": "choices", "max_choices": 2}
READING = {"id": "lees", "type": "passage", "text": nl("Lees dit.")}
ALL = a_questionnaire(
    section(
        "een",
        aside("eens", "eens", "none"),
        aside("tien", "tien", "none"),
        choice("rol", "lokaal", "gi"),
        HELP,
        open_question("vraag", max_length=12),
        READING,
    )
)


def read(name, *sent):
    return ALL.questions[name].read(ALL, sent)


def admit(name, value):
    return ALL.questions[name].admit(ALL, value)


@pytest.mark.parametrize(
    ("name", "sent", "answer"),
    [
        ("eens", ["4"], 4),
        ("eens", ["1", "4"], 4),
        ("eens", ["na"], "na"),
        ("tien", ["0"], 0),
        ("rol", ["gi"], "gi"),
        ("hulp", ["", "c", "a"], ("a", "c")),
        ("vraag", [" Een\r\nen\rtwee\x00 "], "Een\nen\ntwee"),
        ("vraag", ["12345\ud800"], "12345?"),
    ],
)
def test_a_form_is_read(name, sent, answer):
    assert read(name, *sent) == answer


@pytest.mark.parametrize("name", ["eens", "tien", "rol", "hulp", "vraag"])
def test_nothing_sent_is_no_answer(name):
    assert read(name) is None
    assert read(name, "") is None


def test_only_white_space_is_no_answer():
    assert read("vraag", " \r\n ") is None


@pytest.mark.parametrize(
    ("name", "sent", "reason"),
    [
        ("eens", ["6"], "not_an_option"),
        ("eens", ["04"], "not_an_option"),
        ("tien", ["na"], "not_an_option"),
        ("rol", ["baas"], "not_an_option"),
        ("hulp", ["a", "d"], "not_an_option"),
        ("hulp", ["a", "b", "c"], "too_many"),
        ("vraag", ["1234567890123"], "too_long"),
        ("vraag", ["\x01"], "not_an_option"),
        ("lees", ["ja"], "not_an_option"),
    ],
)
def test_nonsense_from_a_form_is_refused_with_a_reason(name, sent, reason):
    with pytest.raises(NotAnAnswer) as refused:
        read(name, *sent)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("eens", 4, 4),
        ("eens", "na", "na"),
        ("rol", "gi", "gi"),
        ("hulp", ["c", "a", "c"], ("a", "c")),
        ("vraag", "Ja.", "Ja."),
    ],
)
def test_json_is_admitted(name, value, answer):
    assert admit(name, value) == answer


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("eens", value) for value in (0, 6, 4.0, True, "4", None, [4], 10**30)),
        ("tien", "na"),
        *(("rol", value) for value in (1, None, "na", ["gi"])),
        *(("hulp", value) for value in ("a", [], [1], [["a"]], {"a": 1})),
        *(("vraag", value) for value in (1, "", " ", None)),
        ("lees", "ja"),
    ],
)
def test_json_that_cannot_be_an_answer_is_refused(name, value):
    with pytest.raises(NotAnAnswer):
        admit(name, value)


def test_a_refusal_says_the_limit():
    with pytest.raises(NotAnAnswer) as refused:
        admit("hulp", ["a", "b", "c"])
    assert (refused.value.reason, refused.value.limit) == ("too_many", 2)


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("eens", 4, "punt 4"),
        ("eens", "na", "n.v.t."),
        ("tien", 7, "7"),
        ("rol", "gi", "Gi"),
        ("hulp", ("a", "c"), "A · C"),
        ("vraag", "Ja.", "Ja."),
    ],
)
def test_an_answer_is_read_back_in_words(name, answer, words):
    assert ALL.questions[name].words(ALL, answer, "nl") == words
