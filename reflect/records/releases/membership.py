"""Whom a release is about, as it will be stored: one set, with exceptions an entry."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from reflect.disclosure import Crowd, Entry, Row
from reflect.records.releases.tables import Release

Stored = dict[str, Any]  # the columns of a row


@dataclass(frozen=True)
class Members:
    """The rows of whom a release is about, made when they are asked for."""

    release_id: str
    subjects: AbstractSet[str] = field(repr=False)
    exceptions: Mapping[str, Mapping[int, int]] = field(repr=False)

    def __iter__(self) -> Iterator[Stored]:
        """In an order that tells nothing of who came when."""
        whole = self.subjects
        for subject in whole if isinstance(whole, Crowd) else sorted(whole):
            rare = self.exceptions.get(subject)
            yield {
                "release_id": self.release_id,
                "subject": subject,
                "exceptions": json.dumps(rare) if rare else None,
            }


def members(release: Release, told: Sequence[Entry]) -> Members:
    """Write on `release` what it tells; the rows of whom. ValueError for what cannot be written."""
    taken = [_taken_apart(entry) for entry in told]
    release.entries = json.dumps([signs for signs, _ in taken])
    everybody = _united(times.people for _, times in taken)
    rare: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, (_, times) in enumerate(taken):
        for subject, count in _odd(times, everybody):
            rare[subject][number] = count
    return Members(release.id, everybody, rare)


def _taken_apart(entry: Entry) -> tuple[Mapping[str, int], Row]:
    """An entry as signs and counts: every subject counts as often in each of its measures."""
    signs = {measure: 1 if row.times > 0 else -1 for measure, row in entry.rows.items()}
    first, *others = (row * signs[measure] for measure, row in entry.rows.items())
    if first.is_mixed or any(row != first for row in others):
        raise ValueError("somebody counts differently in two measures of one entry")
    return signs, first


def _united(sets: Iterable[AbstractSet[str]]) -> AbstractSet[str]:
    """Everybody; one of the sets itself where it holds the others, as it mostly does."""
    whole: AbstractSet[str] = frozenset()
    for each in sets:
        if whole <= each:
            whole = each
        elif not each <= whole:
            whole |= each
    return whole


def _odd(times: Row, everybody: AbstractSet[str]) -> Iterator[tuple[str, int]]:
    """Those of everybody who do not count once in a row, and how often they do."""
    yield from ((who, 0) for who in everybody - times.among)
    rare = ((who, count) for who, count in times.rare.items() if count != 1)
    yield from ((who, count) for who, count in rare if count or who in everybody)
    if times.times != 1:
        yield from ((who, times.times) for who in times.among - times.rare.keys())
