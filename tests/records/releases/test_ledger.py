"""The ledger that is stored says the same as a ledger that was never put away."""

from random import Random

import pytest
from sqlalchemy import insert

from reflect.disclosure import Entry, Ledger
from reflect.records.base import opaque
from reflect.records.releases.ledger import ledger
from reflect.records.releases.membership import members
from reflect.records.releases.tables import Member, Release
from tests.records.making import a_group, first

PEOPLE = [f"subject-{number}" for number in range(40)]
MEASURES = ["q/1/domain:signalen", "q/1/grade:cijfer"]


def a_release(**more):
    common = {"id": opaque(), "scope_id": "", "published": "{}", "sealed_sums": b""}
    return Release(**{"questionnaire": "q", **common, **more})


def remember(db, release, told):
    rows = members(release, told)
    db.add(release)
    db.flush()
    db.execute(insert(Member), list(rows))


def test_random_releases_are_judged_as_by_a_ledger_in_memory(sqlite, ring):
    random = Random(4)  # noqa: S311 - a world to repeat, not a secret
    whole, verdicts = Ledger(), []
    with sqlite.writing() as db:
        for _ in range(60):
            among = random.sample(PEOPLE, random.randint(5, 14))
            absent = set(random.sample(among, random.choice([0, 0, 0, 1])))
            wished = [
                Entry.over(MEASURES[0], among),
                Entry.over(MEASURES[1], [each for each in among if each not in absent]),
            ]
            stored = ledger(db, "q", among, 5)
            accepted = [entry for entry in wished if whole.accepts(entry)]
            assert accepted == [entry for entry in wished if stored.accepts(entry)]
            verdicts.append(len(accepted))
            if accepted:
                moment = first(db, a_group(db, ring, ("before",)))
                remember(db, a_release(moment_id=moment.id), accepted)
                for entry in accepted:
                    whole.add(entry)

    assert {0, 2} <= set(verdicts)


def test_a_paired_change_and_somebody_counted_twice_come_back_as_they_were_told(sqlite):
    six = PEOPLE[:6]
    first, second = "q/1/domain:signalen", "q/2/domain:signalen"
    change = Entry.of({(first, one): -1 for one in six} | {(second, one): 1 for one in six})
    union = Entry.of({(first, one): 2 if one == six[0] else 1 for one in PEOPLE[:12]})
    with sqlite.writing() as db:
        remember(db, a_release(), [change])
        remember(db, a_release(turn=2), [union])
        stored = ledger(db, "q", six, 5)

    whole = Ledger([change, union])
    assert stored.classes(first) == whole.classes(first)
    assert stored.classes(second) == whole.classes(second)


def test_what_counts_differently_in_two_measures_is_refused(sqlite):
    odd = Entry.of({(MEASURES[0], "a"): 1, (MEASURES[1], "b"): 1})
    with sqlite.writing() as db, pytest.raises(ValueError, match="differently"):
        remember(db, a_release(), [odd])
