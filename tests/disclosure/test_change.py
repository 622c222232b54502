"""A stored change: what it holds, what it refuses, and that it comes back as it was."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reflect.disclosure import Change, Shift, Withheld

SHIFT = Shift("domain:signalen", 1, 5, Decimal("-0.4"), same_people=True)
CHANGE = Change(
    questionnaire="onveiligheid-opheffen",
    version=1,
    fingerprint="9f2c",
    moments=(1, 2),
    phases=("before", "after"),
    closed=(date(2026, 3, 1), date(2026, 11, 21)),
    group="Utrecht, najaar",
    organisation="Hogeschool",
    shifts=(SHIFT,),
    withheld=(Withheld("grade:cijfer", "bound"),),
)


def test_a_change_comes_back_from_storage_as_it_was():
    assert Change.from_json(json.loads(json.dumps(CHANGE.to_json()))) == CHANGE


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("phases", ("before", "during"), "not phases"),
        ("moments", (2, 2), "earlier moment to a later"),
        ("moments", (0, 1), "earlier moment to a later"),
        ("withheld", (Withheld("domain:signalen", "bound"),), "each measure once"),
    ],
)
def test_a_change_says_nothing_that_makes_no_sense(field, value, message):
    with pytest.raises(ValueError, match=message):
        replace(CHANGE, **{field: value})


def test_a_change_knows_days_and_no_time():
    with pytest.raises(TypeError, match="no time of day"):
        replace(CHANGE, closed=(date(2026, 3, 1), datetime(2026, 11, 21, 14, 3, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("value", "message"), [("-0.41", "one decimal"), ("4.1", "further than its scale")]
)
def test_a_shift_is_a_tenth_on_its_scale(value, message):
    with pytest.raises(ValueError, match=message):
        replace(SHIFT, value=Decimal(value))
