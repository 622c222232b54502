"""The search finds what answers can show, and is right when it says that none do."""

import json
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.questionnaire import check, path
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.reach import Reach, search
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    definition,
    nl,
    open_question,
    section,
)

PHASES = ("before", "after", "later")
THREE = {"drie": {"from": 1, "to": 3, "not_applicable": nl("n.v.t.")}}
POSSIBLE = {
    "rol": [None, "a", "b", "c"],
    "hulp": [None, ("a",), ("b",), ("c",), ("a", "b"), ("a", "c"), ("b", "c")],
    "graad": [None, 1, 2, 3, "na"],
    "vraag": [None, "ja", "nee"],
}
atoms = st.one_of(
    st.builds(lambda v: {"equals": ["rol", v]}, st.sampled_from("abc")),
    st.builds(lambda v: {"equals": ["hulp", v]}, st.sampled_from("abc")),
    st.builds(lambda v: {"in": ["hulp", sorted(v)]}, st.sets(st.sampled_from("abc"), min_size=1)),
    st.builds(lambda v: {"in": ["rol", sorted(v)]}, st.sets(st.sampled_from("abc"), min_size=1)),
    st.builds(lambda v: {"equals": ["graad", v]}, st.sampled_from([1, 3, "na"])),
    st.builds(lambda v: {"at_least": ["graad", v]}, st.integers(1, 3)),
    st.builds(lambda v: {"answered": v}, st.sampled_from(sorted(POSSIBLE))),
    st.just({"equals": ["vraag", "ja"]}),
)
rules = st.recursive(
    atoms,
    lambda inner: (
        st.builds(lambda some: {"all": some}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda some: {"any": some}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda one: {"not": one}, inner)
    ),
    max_leaves=6,
)
phases = st.sampled_from([None, ["before"], ["after", "later"]])


def of_rules(first, second, third, when):
    """A questionnaire in which these rules stand one after the other."""
    hulp = {**choice("hulp", "a", "b", "c"), "type": "choices", "max_choices": 2}
    only = {"phases": when} if when else {}
    plain = definition(
        section("een", choice("rol", "a", "b", "c"), hulp, **only),
        section("twee", aside("graad", "drie", "none", show_if=first), open_question("vraag")),
        section("drie", open_question("slot", show_if=second), show_if=third),
        scales=THREE,
    )
    questionnaire, _ = check(json.dumps(plain), "x")
    return questionnaire


@settings(max_examples=60, deadline=None)
@given(
    atoms.filter(lambda rule: "graad" not in str(rule) and "vraag" not in str(rule)),
    rules,
    rules,
    phases,
)
def test_the_search_agrees_with_trying_every_answer(first, second, third, when):
    questionnaire = of_rules(first, second, third, when)
    reach = Reach(questionnaire)
    last = questionnaire.sections[-1]
    every = [
        {q: answer for q, answer in zip(POSSIBLE, answers, strict=True) if answer is not None}
        for answers in product(*POSSIBLE.values())
    ]
    seen = tuple(
        phase for phase in PHASES if any(ends(questionnaire, phase, given) for given in every)
    )
    assert reach.phases(last, last.questions[0]) == seen
    way = reach.way(last, last.questions[0])
    assert way is not None if seen else way is None
    assert way is None or ends(questionnaire, way.phase, way.answers)


def ends(questionnaire: Questionnaire, phase, answers):
    """Whether the last question is asked."""
    steps = path(questionnaire, phase, answers)
    return bool(steps) and steps[-1].section.id == "drie"


def crowded(count):
    """More people than holes: nothing holds, and only trying very much would prove it."""
    holes = [chr(ord("a") + n) for n in range(count - 1)]
    people = [choice(f"p{n}", *holes) for n in range(count)]
    apart = [
        {"not": {"all": [{"equals": [f"p{one}", hole]}, {"equals": [f"p{other}", hole]}]}}
        for hole in holes
        for one in range(count)
        for other in range(one)
    ]
    sits = [{"answered": f"p{n}"} for n in range(count)]
    return definition(
        section("een", *people), section("twee", open_question("q"), show_if={"all": sits + apart})
    )


def test_few_people_in_fewer_places_is_proven():
    _, (found,) = check(json.dumps(crowded(3)), "x")
    assert found.code == "E501"


def test_what_would_take_for_ever_is_left_open_and_is_no_fault():
    questionnaire, found = check(json.dumps(crowded(9)), "x")
    assert found == ()
    reach, last = Reach(questionnaire), questionnaire.sections[-1]
    assert reach.phases(last) == PHASES
    assert reach.way(last) is None


def test_all_searches_of_a_definition_together_are_bounded(monkeypatch):
    monkeypatch.setattr(search, "IN_ALL", 1)
    fork = a_questionnaire(
        section("een", choice("rol", "a", "b")),
        section("twee", open_question("q"), show_if={"equals": ["rol", "a"]}),
    )
    assert Reach(fork).way(fork.sections[1]) is None
    assert Reach(fork).way(fork.sections[0]).phase == "before"


def test_an_own_word_that_a_rule_waits_for_can_be_given():
    spoken = a_questionnaire(
        section("een", open_question("woord")),
        section("twee", open_question("q"), show_if={"equals": ["woord", "sesam"]}),
    )
    assert Reach(spoken).way(spoken.sections[1]).answers == {"woord": "sesam"}
