"""What the log can tell, and how it is told on one line."""

import pytest

from reflect.records.audit import OPERATOR, SOMEBODY, Actor, Event
from reflect.records.audit.actions import LONGEST, plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\r\n2026 ok", "a\\u{d}\\u{a}2026 ok"),
        ("\x1b[2Jé", "\\u{1b}[2Jé"),
        ("x\u202egnp.\u2028", "x\\u{202e}gnp.\\u{2028}"),
        ("\ud800", "\\u{d800}"),
    ],
)
def test_no_text_makes_a_line_of_its_own(typed, shown):
    assert plain(typed) == shown


def test_a_long_text_is_cut_visibly():
    assert plain("\n" * LONGEST)[-1] == "…"
    assert len(plain("\n" * LONGEST)) == LONGEST


def test_of_a_person_nothing_more_is_told_than_what_happened():
    assert Event("person:erased").chain == "person"
    for more in ({"thing": "a group"}, {"detail": "x"}, {"actor": Actor("staff", "ada")}):
        with pytest.raises(ValueError, match="no more than person:erased"):
            Event("person:erased", **more)


def test_what_is_no_known_action_is_refused():
    with pytest.raises(ValueError, match="knows no person:saved"):
        Event("person:saved")


def test_the_origin_is_a_door_and_no_address():
    assert [one.origin for one in (OPERATOR, SOMEBODY)] == ["command", "web"]
