"""What is loaded of a ledger to ask about an entry."""

from collections.abc import Sequence

from reflect.disclosure import Entry


def loaded(told: Sequence[Entry], entry: Entry, *, steps: int) -> list[Entry]:
    """Those with its cells, those with theirs, and so on."""
    near = [entry]
    for _ in range(steps):
        cells = {cell for each in near for cell in each.coefficients}
        near = [each for each in told if not cells.isdisjoint(each.coefficients)]
    return near
