"""Classes that are parted row by row, against classes worked out from all rows at once."""

from collections import defaultdict
from random import Random

import pytest

from reflect.disclosure.classes import Classes
from reflect.disclosure.row import Row

NAMES = "abcdefghijkl"


def by_hand(rows):
    """Under the coefficients that its subjects share: a class; without those of nobody's row."""
    found = defaultdict(set)
    for name in NAMES:
        signature = tuple(row.get(name, 0) for row in rows)
        if any(signature):
            found[signature].add(name)
    return dict(found)


@pytest.mark.parametrize("seed", range(20))
def test_classes_parted_row_by_row_are_those_of_all_rows_at_once(seed):
    rng = Random(seed)  # noqa: S311 - rows must be made again from their seed
    classes, told, among = Classes(), {"pace": [], "tone": [], "care": []}, frozenset(NAMES)
    for _ in range(12):
        some = rng.sample(NAMES, rng.choice((1, 4, 8, 11, 12)))
        many = {name: rng.choice((1, 1, 1, 2, -1)) for name in some}
        row = rng.choice((Row.over(some), Row.over(some, among), Row.of(many), Row.of(many) * -2))
        measure, rows = rng.choice(list(told.items()))
        before, after = by_hand([*rows, {}]), by_hand([*rows, row])

        touched = [len(names) for sign, names in after.items() if before.get(sign) != names]
        assert sorted(classes.sizes(measure, row)) == sorted(touched)

        rows.append(row)
        classes.part(measure, row)
        for each, those in told.items():
            assert classes.sets(each) == {frozenset(names) for names in by_hand(those).values()}
            assert classes.untold(each, NAMES) == set(NAMES).difference(*those)
