"""Whoever has an explanation in Dutch before them, and a pencil: scores from its text alone."""

import re
from fractions import Fraction

SIGNS = {"\u2212": "-", "\u00d7": "*", ",": "."}
FIGURE = re.compile(r"\d+(?:\.\d+)?")


def worked_out(sum_: str) -> Fraction:
    """A sum as it is printed, such as "(2 x 4,5 + 5/3) / 3"."""
    for printed, sign in SIGNS.items():
        sum_ = sum_.replace(printed, sign)
    assert re.fullmatch(r"[\d.+\-*/() ]+", sum_), sum_
    return Fraction(eval(FIGURE.sub(lambda one: f"Fraction('{one[0]}')", sum_)))  # noqa: S307 - digits and signs alone


def recomputed(explanation: str) -> dict[str, tuple[Fraction | None, str | None]]:
    """The mean and the band of each domain, after every step on the way was checked."""
    titles = re.compile(r"^Domein \d+ van \d+\n(.+)\n[-=]+$", re.MULTILINE)
    _, *rest = titles.split(explanation.replace("\u00a0", " "))
    return {title: _domain(told) for title, told in zip(rest[::2], rest[1::2], strict=True)}


def _domain(told: str) -> tuple[Fraction | None, str | None]:
    rows = [_row(line) for line in told.splitlines() if " | Plek op de schaal: " in line]
    counted = [row for row in rows if row]
    limit, printed = _equation(told, r"meer dan (.+?) = (.+?) antwoorden")
    assert limit == printed
    if len(counted) <= limit:
        assert "Daarom staat hier geen score." in told
        return None, None
    mean = sum(w * v for w, v in counted) / sum(w for w, _ in counted)
    assert _equation(told, r"Het gemiddelde: (.+) = (.+?)\. In je") == (mean, mean)
    return mean, _band(told, mean)


def _row(line: str) -> tuple[Fraction, Fraction] | None:
    """The weight of an answer and what it counts as; None for one that does not count."""
    cells = dict(cell.split(": ", 1) for cell in line.split(" | ")[1:])
    if cells["Telt als"] == "telt niet mee":
        return None
    place, printed = (worked_out(side) for side in cells["Plek op de schaal"].split(" = "))
    counts = worked_out(cells["Telt als"])
    assert place == printed
    assert counts == 1 + 4 * place
    given = re.search(r"-?\d+", cells["Jouw antwoord"])[0]
    assert given.replace("-", "\u2212") in cells["Plek op de schaal"]
    return worked_out(cells.get("Gewicht", "1")), counts


def _equation(told: str, pattern: str) -> tuple[Fraction, Fraction]:
    left, right = re.search(pattern, told).groups()
    return worked_out(left), worked_out(right)


def _band(told: str, mean: Fraction) -> str:
    edges = re.findall(r"vanaf (\S+) ‘(.+?)’", told)  # noqa: RUF001 - as it is printed
    first = re.search(r"onder \S+ ‘(.+?)’", told)[1]  # noqa: RUF001 - as it is printed
    return [first, *(band for edge, band in edges if worked_out(edge) <= mean)][-1]
