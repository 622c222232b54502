"""How often each value was given: scales have few points, so of many people most give the same."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from reflect.disclosure.column import Given


def tally(values: Iterable[Fraction]) -> list[tuple[Fraction, int]]:
    """Each value with how often it was given; one that is there as two objects comes twice.

    By object, because to hash a fraction takes longer than to count it.
    """
    if isinstance(values, Given):
        return values.tally()
    whole = list(values)  # kept alive, so that no two have one number
    kept = dict(zip(map(id, whole), whole, strict=True))
    return [(kept[one], number) for one, number in Counter(map(id, whole)).items()]
