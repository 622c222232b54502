"""Classes that are parted row by row, against classes worked out from all rows at once."""

from collections import defaultdict
from random import Random

import pytest

from reflect.disclosure.classes import Classes

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
    classes, rows = Classes(), []
    for _ in range(6):
        some = rng.sample(NAMES, rng.randint(1, 12))
        row = {name: rng.choice((1, 1, 1, 2, -1)) for name in some}
        before, after = by_hand([*rows, {}]), by_hand([*rows, row])

        touched = [len(names) for sign, names in after.items() if before.get(sign) != names]
        assert sorted(classes.sizes(row)) == sorted(touched)

        rows.append(row)
        classes.part(row)
        assert classes.sets() == {frozenset(names) for names in after.values()}
        assert classes.untold(NAMES) == set(NAMES).difference(*map(set, rows))
