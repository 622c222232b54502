"""Bars of a group: a chart of all that is told of one kind, on its scale."""

from fractions import Fraction

from reflect.reports.blocks import Mark, Picture
from reflect.reports.group.telling import Telling


def bars(telling: Telling, kind: str) -> tuple[Picture, ...]:
    """One chart of a kind, what is withheld without a bar; none where scales differ."""
    told = telling.told(kind)
    scales = {(figure.low, figure.high) for figure in told}
    if len(scales) != 1:
        return ()
    ((low, high),) = scales
    marks = tuple(_mark(telling, one) for one in telling.of(kind))
    rows = "; ".join(f"{mark.label}: {mark.number or mark.words}" for mark in marks)
    key = "statements" if telling.is_evaluation else "domains"
    alt = telling.t("picture.chart_alt", low=low, high=high, rows=rows)
    title = telling.t(f"picture.chart_{key}")
    return (Picture("bars", marks, alt, title, low=low, high=high),)


def _mark(telling: Telling, measure: str) -> Mark:
    figure = telling.figures.get(measure)
    if figure is None:
        return Mark(telling.title(measure), None, words=telling.t("moments.not_shown"))
    return Mark(telling.title(measure), Fraction(figure.value), telling.value(figure))
