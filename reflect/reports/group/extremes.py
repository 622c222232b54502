"""Where a group lies highest and lowest: all that may be it, and nothing where nothing differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reflect.disclosure import Figure
from reflect.reports.group.telling import Telling

NOTICED = Decimal("0.2")  # each of two means is rounded: a tenth may be nothing


@dataclass(frozen=True, slots=True)
class Extremes:
    """The measures with the highest and those with the lowest mean."""

    highest: tuple[str, ...] = ()
    lowest: tuple[str, ...] = ()


def extremes(telling: Telling) -> Extremes:
    """Of the domains; of an evaluation that has none, of its statements on one scale.

    A bound leaves open where the mean lies on its side, so whatever may be the highest counts
    as it, and likewise the lowest. What may be both is neither: then nothing tells them apart.
    Means that are rounded and lie less than NOTICED from each other are not told apart either.
    """
    compared = telling.told("domain") or (telling.told("context") if telling.is_evaluation else ())
    if len({(figure.low, figure.high) for figure in compared}) != 1:
        return Extremes()
    if max(map(_most, compared)) - min(map(_least, compared)) < NOTICED:
        return Extremes()
    highest, lowest = _highest(compared), _lowest(compared)
    return Extremes(
        tuple(one for one in highest if one not in lowest),
        tuple(one for one in lowest if one not in highest),
    )


def _least(figure: Figure) -> Decimal:
    """The lowest that the mean may be."""
    return Decimal(figure.low) if figure.bound == "at_most" else figure.value


def _most(figure: Figure) -> Decimal:
    """The highest that the mean may be."""
    return Decimal(figure.high) if figure.bound == "at_least" else figure.value


def _highest(figures: Sequence[Figure]) -> tuple[str, ...]:
    line = max(map(_least, figures))
    return tuple(figure.measure for figure in figures if _most(figure) >= line)


def _lowest(figures: Sequence[Figure]) -> tuple[str, ...]:
    line = min(map(_most, figures))
    return tuple(figure.measure for figure in figures if _least(figure) <= line)
