"""Whatever is done to a definition, the check tells faults and never stumbles."""

import json
from copy import deepcopy
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.questionnaire import check

DEFINITIONS = Path(__file__).parents[2] / "definitions"

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
WHOLE = [json.loads(file.read_bytes()) for file in sorted(DEFINITIONS.glob("*-1.json"))]
PIECES = [
    None, True, 0, -1, 1e300, 10**30, "", "a", "eens", "zien", "{x}", "<b>", "\x00", [], {}, [[]],
    {"nl": "x"}, {"nl": ""}, {"not": {"not": {}}}, {"all": []}, {"equals": ["a", "b"]},
    {"type:scale": 1}, {"type": "text"}, {"[key]": 1},
]  # fmt: skip


def places(value, path=()):
    """Every place inside a value."""
    pairs = value.items() if isinstance(value, dict) else ()
    for key, one in enumerate(value) if isinstance(value, list) else pairs:
        yield (*path, key)
        yield from places(one, (*path, key))


def mutated(value, data):
    """The value with something in it changed, taken away, doubled or called otherwise."""
    path = data.draw(st.sampled_from(list(places(value))))
    around = value
    for step in path[:-1]:
        around = around[step]
    piece = deepcopy(data.draw(st.sampled_from(PIECES) | plain))
    change = data.draw(st.sampled_from(["replace", "remove", "rename", "copy"]))
    if change == "replace":
        around[path[-1]] = piece
    elif change == "copy" and isinstance(around, list):
        around.append(deepcopy(around[path[-1]]))
    else:
        taken = around.pop(path[-1])
        if change == "rename" and isinstance(around, dict):
            around[data.draw(st.sampled_from(["", "type:text", "a:b", "nl", "from", "x"]))] = taken


@settings(deadline=None)
@given(plain)
def test_no_json_makes_the_check_stumble(value):
    assert check(json.dumps(value), "x")[1]


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_text_makes_the_check_stumble(text):
    assert check(text, "x")[1]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_to_a_good_definition_makes_the_check_stumble(data):
    value = deepcopy(data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(1, 3))):
        mutated(value, data)
    questionnaire, found = check(json.dumps(value), "x")
    assert questionnaire is not None or any(fault.stops for fault in found)
    assert all("\n" not in str(fault) for fault in found)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_damage_to_the_text_of_a_definition_makes_the_check_stumble(data):
    text = json.dumps(data.draw(st.sampled_from(WHOLE)))
    at = data.draw(st.integers(0, len(text)))
    more = data.draw(st.sampled_from([",", '"', "{", "}", "[", ":", '"id": 1,', '"a": {}, ', "-"]))
    check(text[:at] + more + text[at + data.draw(st.integers(0, 20)) :], "x")
