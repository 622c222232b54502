"""The answers of one person as JSON."""

import json

import pytest

from reflect.questionnaire import FaultyAnswers, read_answers
from tests.questionnaire.building import a_questionnaire, aside, choice, open_question, section

HELP = {**choice("hulp", "a", "b", "c"), "type": "choices", "max_choices": 2}
SMALL = a_questionnaire(
    section("een", aside("graad", "eens", "none"), HELP, open_question("vraag", max_length=10))
)


def faults(text):
    with pytest.raises(FaultyAnswers) as wrong:
        read_answers(SMALL, text)
    return list(wrong.value.faults)


def test_answers_are_read_as_their_questions_have_them():
    answers = {"graad": 4, "hulp": ["b", "a"], "vraag": None}
    text = json.dumps({"phase": "later", "answers": answers})
    assert read_answers(SMALL, text) == ("later", {"graad": 4, "hulp": ("a", "b")})
    assert read_answers(SMALL, b"\xef\xbb\xbf" + text.encode()) == read_answers(SMALL, text)


def test_every_fault_is_told_at_once():
    answers = {"graad": 9, "hulp": ["a", "b", "c"], "vraag": "12345678901", "graat": 1, "\n": 1}
    text = json.dumps({"phase": "na", "answers": answers, "answer": 1})
    assert faults(text) == [
        '"answer": no such key; did you mean "answers"?',
        '"phase" must be one of before, after, later',
        '"graad": 9 is no answer to this question',
        '"hulp": there are more than 2 choices',
        '"vraag": the text is longer than 10 characters',
        '"graat": there is no such question; did you mean "graad"?',
        '"\ufffd": there is no such question',
    ]


def test_a_key_that_stands_twice_is_a_fault():
    text = '{"phase": "after", "answers": {"graad": 1, "graad": 2}}'
    assert faults(text) == ['"graad": stands here twice']


@pytest.mark.parametrize("phase", [None, 5, ["after"], {}])
def test_a_phase_is_a_word(phase):
    text = json.dumps({"phase": phase, "answers": {}})
    assert faults(text) == ['"phase" must be one of before, after, later']


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "not JSON: Expecting property name"),
        (b"\xff", "not JSON that can be read"),
        ("[" * 100_000, "not JSON that can be read"),
        ("9" * 5000, "not JSON that can be read"),
        ("[]", "must be an object"),
        ('{"phase": "after"}', '"answers" must be an object of question and answer'),
    ],
)
def test_what_is_no_set_of_answers_is_one_fault(text, told):
    (fault,) = faults(text)
    assert fault.startswith(told)
