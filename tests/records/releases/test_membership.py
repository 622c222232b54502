"""Whom a release is about, as it is stored, is read back as it was told, in little room or not."""

import json
from random import Random

import pytest

from reflect.disclosure import Crowd, Entry, Names, Row
from reflect.records.releases import Release
from reflect.records.releases.ledger import _read
from reflect.records.releases.membership import members

EVERYBODY = [f"{who:064x}" for who in range(40)]
NAMES = Names(bytes.fromhex("".join(EVERYBODY)))


def read_back(release, told):
    written = members(release, told)
    rows = [*written]
    assert [row["subject"] for row in rows] == sorted(written.subjects)
    signs = json.loads(release.entries)
    found = _read(signs, ((row["subject"], row["exceptions"]) for row in rows))
    return [entry for _, entry in found]


def plain(rng):
    some = rng.sample(EVERYBODY, rng.choice((5, 20, 40)))
    return rng.choice(
        (
            Row.over(some),
            Row.over(some, frozenset(EVERYBODY)),
            Row.of({who: rng.choice((1, 1, 2)) for who in some}),
            Row.over(some) * 2,
        )
    )


def compact(rng):
    share = rng.choice((0.2, 0.8, 1))
    return Row(Crowd(NAMES, bytes([1, *(rng.random() < share for _ in EVERYBODY[1:])])))


@pytest.mark.parametrize("seed", range(10))
def test_entries_are_read_back_as_they_were_told(seed):
    rng = Random(seed)  # noqa: S311 - rows must be made again from their seed
    told = [
        Entry({"pace": row} if rng.random() < 0.7 else {"pace": row * -1, "tone": row})
        for row in (rng.choice((plain, compact))(rng) for _ in range(4))
    ]

    assert read_back(Release(id="r"), told) == told
