"""What is no JSON, or not the shape of a definition."""

import json

import pytest

from reflect.questionnaire import check
from tests.questionnaire.building import definition, domain, open_question, section, statement


def faults(text):
    """The faults of a text, without the name of the file."""
    return [str(fault).removeprefix("x:") for fault in check(text, "x")[1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, "1:1: E105 nested too deeply"),
        ("[" * 101 + "1" + "]" * 101, "1:1: E105 nested too deeply"),
        (json.dumps({"k" * 201: 1}), "1:1: E105 a key is too long"),
        ('{"minutes": ' + "9" * 5000 + "}", "1:1: E105 a number has too many digits"),
        ("", "1:1: E101 not JSON: Expecting value"),
        ("5", "1:1: E102 should be an object"),
        ('{"id": "\\ud800"}', "1:1: E101 Invalid JSON: unexpected end of hex escape at line 1 col"),
        ('{"id": "\ud800"}', "1:1: E102 should be a valid string, unable to parse raw data as a"),
        (json.dumps({"sections": [{}] * 5000}), "1:1: E105 15008 faults: is this a questionnaire?"),
    ],
)
def test_what_is_no_definition_at_all_is_one_fault(text, told):
    (found,) = faults(text)
    assert found.startswith(told)


def test_a_number_that_is_none_is_a_wrong_type():
    assert "1:13: E102 minutes: should be a valid integer" in faults('{"minutes": NaN}')
    weighed = json.dumps(definition(section("een", statement("a", weight=float("inf")))))
    assert "weight: should be a finite number" in faults(weighed)[0]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (5, "sections.0.questions.0: should be an object"),
        ({"id": "a", "type": 5}, "sections.0.questions.0.type: should be one of scale, choice"),
    ],
)
def test_a_question_is_an_object_with_a_type(kind, told):
    (found,) = faults(json.dumps(definition(section("een", kind))))
    assert told in found


def test_a_list_with_faults_in_it_is_not_called_too_short_as_well():
    (empty,) = faults(json.dumps(definition({**section("een"), "questions": []})))
    assert empty.endswith(
        "sections.0.questions: Tuple should have at least 1 item after validation, not 0"
    )
    (one,) = faults(json.dumps(definition(section("een", 5))))
    assert one.endswith("sections.0.questions.0: should be an object")


def test_two_kinds_of_value_that_both_fail_are_one_fault():
    rule = {"equals": ["a", 1.5]}
    wrong = definition(section("een", open_question("a", show_if=rule)))
    (found,) = faults(json.dumps(wrong))
    assert found.endswith("equals.1: should be a valid integer, or should be a valid string")


def test_more_questions_than_anybody_answers_are_too_many():
    many = [open_question(f"q{n}") for n in range(501)]
    (found,) = faults(json.dumps(definition(section("een", *many))))
    assert found.endswith("E105 sections: too large: more than 500 questions")


def test_a_key_that_nobody_knows_hides_no_other_fault():
    wrong = definition(
        section("een", statement("a", revers=True), open_question("b", show_if={"answered": "c"})),
        section("twee", open_question("b")),
        minuts=5,
        domains=[domain()],
    )
    told = faults(json.dumps(wrong, indent=1))
    codes = [line.split(" ")[1] for line in told]
    assert codes == ["E104", "E204", "E201", "W401", "E104"]
    assert told[1].startswith("93:17: ")


def test_a_key_that_is_called_as_one_of_our_own_steps_is_a_fault_as_any():
    question = open_question("a", **{"type:text": 1, "x": 2})
    told = faults(json.dumps(definition(section("een", question))))
    assert [line.partition("questions.0.")[2] for line in told] == [
        "type:text: no such key",
        "x: no such key",
    ]


def test_of_a_key_that_stands_twice_both_are_judged():
    text = json.dumps(definition(section("een", open_question("a")), scales={"eens": {"x": 1}}))
    told = faults(text.replace('"eens": {"x": 1}', '"eens": {"x": 1}, "eens": 5'))
    assert [line.partition(" ")[2] for line in told] == [
        "E104 scales.eens.x: no such key",
        "E106 scales.eens: this key stands here twice",
        "E102 scales.eens: should be an object",
    ]
    told = faults(text.replace('"eens": {"x": 1}', '"eens": {"x": 1}, "eens": {}'))
    assert [line.split(" ")[1] for line in told] == ["E104", "E106"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "/x", "https://x y"]
)
def test_a_link_leads_to_a_page_of_the_web_and_nowhere_else(url):
    further = {"title": {"nl": "Lees verder"}, "url": url}
    (found,) = faults(
        json.dumps(definition(section("een", statement("a")), domains=[domain(further=[further])]))
    )
    assert "url: " in found
