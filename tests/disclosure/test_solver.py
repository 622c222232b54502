"""Who can be solved: by hand, and against plain elimination with fractions."""

from fractions import Fraction
from random import Random

import pytest

from reflect.disclosure import Entry, solved

M = "q/1/domain:signalen"


def entry(**coefficients):
    return Entry.of({(M, who): coefficient for who, coefficient in coefficients.items()})


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([], ""),
        ([entry(a=1)], "a"),
        ([entry(a=-3)], "a"),
        ([entry(a=1, b=1, c=1)], ""),
        ([entry(a=1, b=1, c=1), entry(a=2, b=2, c=2)], ""),
        ([entry(a=1, b=1, c=1), entry(a=1, b=1)], "c"),  # a total less a part
        ([entry(a=1, b=1), entry(b=1, c=1), entry(a=1, c=1)], "abc"),  # three pairs
        ([entry(a=1, b=1), entry(b=1, c=1), entry(a=1, c=-1)], ""),  # the third says nothing new
        ([entry(a=1, b=1, c=1), entry(a=1, b=2, c=2)], "a"),
        ([entry(a=2, b=3), entry(a=3, b=5)], "ab"),
        ([entry(a=1, b=1, c=1, d=1), entry(a=1, b=1, e=1), entry(c=1, d=1, e=-1)], ""),
        ([entry(a=1, b=1, c=1, d=1), entry(a=1, b=1, e=1), entry(c=1, d=1, e=1)], "e"),
    ],
)
def test_who_can_be_computed_is_found_and_nobody_else(told, found):
    assert solved(told) == {(M, who) for who in found}


def test_a_tracker_finds_somebody_though_every_set_is_large():
    everyone, but_one = "abcdefghijkl", "bcdefghijkl"

    told = [Entry.over(M, everyone), Entry.over(M, but_one)]

    assert solved(told) == {(M, "a")}


def test_a_paired_change_gives_away_who_missed_the_second_moment():
    later = "q/2/domain:signalen"
    pairs = {(M, who): -1 for who in "abcde"} | {(later, who): 1 for who in "abcde"}

    told = [Entry.over(M, "abcdef"), Entry.over(later, "abcde"), Entry.of(pairs)]

    assert solved(told) == {(M, "f")}


def reduced(rows):
    """The reduced row echelon form, by the book and with fractions."""
    rows = [[Fraction(value) for value in row] for row in rows]
    done = 0
    for column in range(len(rows[0])):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for r, row in enumerate(rows):
            if r != done:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    return rows


@pytest.mark.parametrize("seed", range(60))
def test_the_solver_finds_what_plain_elimination_finds(seed):
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    names = "abcdefgh"[: rng.randint(2, 8)]
    rows = [[rng.choice((-1, 0, 0, 1, 1, 2)) for _ in names] for _ in range(rng.randint(1, 8))]
    rows = [row for row in rows if any(row)] or [[1] * len(names)]
    told = [Entry.of({(M, n): c for n, c in zip(names, row, strict=True) if c}) for row in rows]

    alone = [row for row in reduced(rows) if sum(map(bool, row)) == 1]

    assert solved(told) == {(M, names[list(map(bool, row)).index(True)]) for row in alone}
