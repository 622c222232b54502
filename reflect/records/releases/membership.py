"""Whom a release is about, as it will be stored: one set, with exceptions an entry."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reflect.disclosure import Entry, Row
from reflect.records.releases.tables import Release

Stored = dict[str, Any]  # the columns of a row


@dataclass(frozen=True)
class Members:
    """The rows of whom a release is about, made when they are asked for."""

    release_id: str
    subjects: frozenset[str] = field(repr=False)
    exceptions: Mapping[str, Mapping[int, int]] = field(repr=False)

    def __iter__(self) -> Iterator[Stored]:
        """In an order that tells nothing of who came when."""
        for subject in sorted(self.subjects):
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
    everybody = frozenset[str]().union(*(times for _, times in taken))
    rare: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, (_, times) in enumerate(taken):
        for subject in everybody.difference(times.among).union(_odd(times)) & everybody:
            rare[subject][number] = times.get(subject, 0)
    return Members(release.id, everybody, rare)


def _taken_apart(entry: Entry) -> tuple[Mapping[str, int], Row]:
    """An entry as signs and counts: every subject counts as often in each of its measures."""
    signs = {measure: 1 if row.times > 0 else -1 for measure, row in entry.rows.items()}
    first, *others = (row * signs[measure] for measure, row in entry.rows.items())
    if first.is_mixed or any(row != first for row in others):
        raise ValueError("somebody counts differently in two measures of one entry")
    return signs, first


def _odd(times: Row) -> frozenset[str]:
    """Those of a row who do not count once."""
    return frozenset(times.rare) if times.times == 1 else times.among
