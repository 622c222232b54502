"""Rules in words."""

import json

import pytest
from pydantic import TypeAdapter

from reflect.questionnaire.conditions import in_words
from reflect.questionnaire.rules import Rule

ROLE, SCORE = {"in": ["rol", ["a", "b"]]}, {"at_least": ["graad", 3]}
WORD, LEAST = {"answered": "x"}, "graad is at least 3"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"equals": ["rol", "a"]}, "rol is a"),
        (ROLE, "rol is a or b"),
        (SCORE, "graad is at least 3"),
        ({"answered": "rol"}, "rol is answered"),
        ({"all": [ROLE, SCORE]}, "(rol is a or b) and graad is at least 3"),
        ({"any": [SCORE, {"all": [WORD, SCORE]}]}, f"{LEAST} or (x is answered and {LEAST})"),
        ({"not": {"answered": "rol"}}, "not (rol is answered)"),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_words(rule, words):
    read = TypeAdapter(Rule).validate_json(json.dumps(rule))
    assert in_words(read) == words
