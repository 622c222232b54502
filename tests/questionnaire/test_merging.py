"""A form and what was kept meanwhile."""

from reflect.questionnaire import merge


def test_only_what_differs_from_the_page_is_a_change():
    merged = merge({"a": 1, "b": 3}, shown={"a": 1, "b": 2}, kept={"a": 5, "b": 2})
    assert (merged.changes, merged.conflicts) == ({"b": 3}, ())


def test_an_answer_changed_in_both_places_is_for_the_person_to_pick():
    merged = merge({"a": 1, "b": 3}, shown={}, kept={"a": 2})
    assert (merged.changes, merged.conflicts) == ({"b": 3}, ("a",))


def test_the_same_change_in_both_places_is_no_conflict():
    merged = merge({"a": 2}, shown={"a": 1}, kept={"a": 2})
    assert (merged.changes, merged.conflicts) == ({}, ())


def test_an_answer_can_be_wiped():
    assert merge({"a": None}, shown={"a": 1}, kept={"a": 1}).changes == {"a": None}
    assert merge({"a": None}, shown={}, kept={"a": 1}).changes == {}
    assert merge({"a": None}, shown={"a": 1}, kept={"a": 2}).conflicts == ("a",)
