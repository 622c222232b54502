"""How often each value was given: scales have few points, so of many people most give the same."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction


def tally(values: Iterable[Fraction]) -> list[tuple[Fraction, int]]:
    """Each value with how often it was given; one that is there as two objects comes twice.

    By object, because to hash a fraction takes longer than to count it.
    """
    kept: dict[int, Fraction] = {}
    times: Counter[int] = Counter()
    for value in values:
        kept[id(value)] = value  # kept alive, so that no other gets its number
        times[id(value)] += 1
    return [(kept[one], number) for one, number in times.items()]
