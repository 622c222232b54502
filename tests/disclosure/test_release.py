"""A release: what it holds, what it refuses, and that it comes back from storage unchanged."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reflect.disclosure import Distribution, Figure, Release, Withheld

RELEASE = Release(
    questionnaire="onveiligheid-opheffen",
    version=1,
    fingerprint="9f2c",
    phase="after",
    moment=1,
    closed=date(2026, 11, 21),
    group="Utrecht, najaar",
    organisation="Hogeschool",
    figures=(
        Figure("domain:signalen", 1, 5, Decimal("3.0"), None, "10-14"),
        Figure("grade:cijfer", 1, 10, Decimal("9.1"), "at_least", "5-9"),
    ),
    withheld=(Withheld("context:tijd", "too_few"), Withheld("context:steun", "ledger")),
    distributions=(Distribution("choice:fase", (30, 0, 70), "10-14"),),
    turn=2,
)


def test_a_release_comes_back_from_storage_as_it_was():
    stored = json.dumps(RELEASE.to_json())

    assert Release.from_json(json.loads(stored)) == RELEASE


def test_a_stored_release_names_nothing_but_this():
    assert RELEASE.to_json() == {
        "questionnaire": "onveiligheid-opheffen",
        "version": 1,
        "fingerprint": "9f2c",
        "phase": "after",
        "moment": 1,
        "closed": "2026-11-21",
        "group": "Utrecht, najaar",
        "organisation": "Hogeschool",
        "figures": [
            {
                "measure": "domain:signalen",
                "low": 1,
                "high": 5,
                "value": "3.0",
                "bound": None,
                "people": "10-14",
            },
            {
                "measure": "grade:cijfer",
                "low": 1,
                "high": 10,
                "value": "9.1",
                "bound": "at_least",
                "people": "5-9",
            },
        ],
        "withheld": [
            {"measure": "context:tijd", "reason": "too_few"},
            {"measure": "context:steun", "reason": "ledger"},
        ],
        "distributions": [
            {"measure": "choice:fase", "shares": [30, 0, 70], "people": "10-14"},
        ],
        "scope": "group",
        "turn": 2,
    }


def test_what_was_stored_before_there_were_turns_still_reads():
    data = RELEASE.to_json()
    for later in ("distributions", "scope", "turn"):
        del data[later]

    assert Release.from_json(data) == replace(RELEASE, distributions=(), turn=1)


def test_a_release_knows_a_day_and_no_time():
    with pytest.raises(TypeError, match="no time of day"):
        replace(RELEASE, closed=datetime(2026, 11, 21, 14, 3, tzinfo=UTC))
    with pytest.raises(ValueError, match="isoformat"):
        Release.from_json({**RELEASE.to_json(), "closed": "2026-11-21T14:03:00"})


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("phase", "during", "not a phase"),
        ("scope", "country", "not a scope"),
        ("moment", 0, "numbered from 1"),
        ("turn", 0, "numbered from 1"),
        ("figures", RELEASE.figures * 2, "each measure once"),
        ("distributions", RELEASE.distributions * 2, "each measure once"),
        ("withheld", (Withheld("domain:signalen", "ledger"),), "each measure once"),
    ],
)
def test_a_release_says_nothing_that_makes_no_sense(field, value, message):
    with pytest.raises(ValueError, match=message):
        replace(RELEASE, **{field: value})


def test_storage_cannot_bring_more_than_a_release_holds():
    with pytest.raises(TypeError, match="responses"):
        Release.from_json({**RELEASE.to_json(), "responses": []})


def test_storage_cannot_bring_an_exact_number_of_people():
    data = RELEASE.to_json()
    data["figures"][0]["people"] = "11"

    with pytest.raises(ValueError, match="only as a band"):
        Release.from_json(data)
