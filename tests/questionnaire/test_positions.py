"""Where things stand in a JSON text."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.questionnaire.positions import Positions, TooMuch

TEXT = '{\n  "a": [1, {"b": "x\\n"}],\n  "a": {},\n  "c" : [ ]\n}'


def test_values_and_keys_have_a_line_and_a_column_from_one():
    text = '{\n  "a": [1, {"b": "é\\n"}],\n  "c" : [ ]\n}'
    positions = Positions(text)
    assert positions[()] == (1, 1)
    assert positions["a",] == (2, 8)
    assert positions["a", 1, "b"] == (2, 18)
    assert positions.key(("a", 1, "b")) == (2, 13)
    assert positions.key(("c",)) == (3, 3)
    assert positions.key(("a", 0)) == positions["a", 0] == (2, 9)


def test_what_is_not_there_stands_where_it_should_have_been():
    assert Positions('{"a": {"b": 1}}')["a", "c", "d"] == (1, 7)


def test_a_key_that_stands_twice_is_named_where_it_comes_again():
    positions = Positions(TEXT)
    assert positions.doubles == [("a",)]
    assert positions.key(("a",)) == (3, 3)


def test_what_nobody_writes_is_too_much():
    with pytest.raises(TooMuch, match="nested too deeply"):
        Positions("[" * 102 + "]" * 102)
    with pytest.raises(TooMuch, match="a key is too long"):
        Positions(json.dumps({"k" * 201: 1}))


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=200), inner),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(values, st.sampled_from([None, 0, 2]))
def test_every_value_is_found_where_it_begins(plain, indent):
    text = json.dumps(plain, indent=indent, ensure_ascii=False)
    positions = Positions(text)

    for path, value in everything(plain, ()):
        line, column = positions[path]
        at = sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1
        found, _ = json.JSONDecoder().raw_decode(text, at)
        assert json.dumps(found) == json.dumps(value)


def everything(value, path):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else ()
    for key, one in enumerate(value) if isinstance(value, list) else pairs:
        yield from everything(one, (*path, key))
