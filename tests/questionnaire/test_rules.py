"""Rules over earlier answers."""

import json

import pytest
from pydantic import TypeAdapter

from reflect.questionnaire.rules import Rule

GIVEN = {"rol": "gi", "graad": 4, "hulp": ("b", "c"), "niet": "na"}


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ({"equals": ["rol", "gi"]}, True),
        ({"equals": ["rol", "lokaal"]}, False),
        ({"equals": ["hulp", "b"]}, True),
        ({"equals": ["hulp", "a"]}, False),
        ({"equals": ["open", "a"]}, False),
        ({"in": ["rol", ["lokaal", "gi"]]}, True),
        ({"in": ["hulp", ["a", "d"]]}, False),
        ({"at_least": ["graad", 4]}, True),
        ({"at_least": ["graad", 5]}, False),
        ({"at_least": ["niet", 1]}, False),
        ({"at_least": ["open", 1]}, False),
        ({"answered": "niet"}, True),
        ({"answered": "open"}, False),
        ({"all": [{"answered": "rol"}, {"equals": ["graad", 4]}]}, True),
        ({"all": [{"answered": "rol"}, {"equals": ["graad", 3]}]}, False),
        ({"any": [{"answered": "open"}, {"equals": ["graad", 4]}]}, True),
        ({"any": [{"answered": "open"}, {"equals": ["graad", 3]}]}, False),
        ({"not": {"answered": "open"}}, True),
        ({"not": {"not": {"answered": "open"}}}, False),
    ],
)
def test_a_rule_holds_or_not(rule, holds):
    read = TypeAdapter(Rule).validate_json(json.dumps(rule))
    assert read.holds(GIVEN) is holds


def test_a_rule_says_what_it_leans_on():
    text = '{"any": [{"in": ["a", ["x"]]}, {"not": {"all": [{"answered": "b"}]}}]}'
    assert list(TypeAdapter(Rule).validate_json(text).leans_on()) == [("a", ("x",)), ("b", ())]
