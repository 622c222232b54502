"""What each file of a release tells, read back: one shape, so that they can be laid together."""

import csv
import json
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import load_workbook

from reflect.reports.exports import EXPORTS

NOTHING = ("", "", "")
UNSPREAD = ("", "", "")


def of_release(telling):
    """A line a measure: title, mean, bound, people; and why not, in words of the language."""
    t = telling.t
    for measure in telling.order:
        figure, reason = telling.figures.get(measure), telling.reasons.get(measure)
        spread = telling.spread.get(measure)
        shares = tuple(map(str, spread.shares)) if spread else UNSPREAD
        told = figure or spread
        bound = t(f"report.bound_{figure.bound}") if figure and figure.bound else ""
        yield (
            " ".join(telling.title(measure).split()),
            str(figure.value) if figure else "",
            bound,
            t(f"report.people_{told.people}") if told else "",
            t(f"report.withheld_{reason}") if reason else "",
            *shares,
        )


def of_csv(telling, kind, delimiter):
    body = EXPORTS[kind](telling).body.decode("utf-8-sig" if kind == "csv" else "utf-8")
    _, *rows = csv.reader(StringIO(body, newline=""), delimiter=delimiter, strict=True)
    for *_, subject, _low, _high, bound, value, people, reason, low, middle, high in rows:
        mean = value.replace(",", ".") if kind == "csv" else value
        yield subject, mean, bound, people, reason, low, middle, high


def of_json(telling):
    t, found = telling.t, json.loads(EXPORTS["json"](telling).body)
    told = {}
    for one in found["figures"]:
        bound = t(f"report.bound_{one['bound']}") if one["bound"] else ""
        people = t(f"report.people_{one['people']}")
        told[one["measure"]] = (one["subject"], str(Decimal(str(one["value"]))), bound, people, "")
    for one in found["withheld"]:
        reason = t(f"report.withheld_{one['reason']}")
        told[one["measure"]] = (one["subject"], *NOTHING, reason)
    spread = {one["measure"]: one for one in found["distributions"]}
    for measure, one in spread.items():
        people = t(f"report.people_{one['people']}")
        told.setdefault(measure, (one["subject"], "", "", people, ""))
    parted = {one: tuple(map(str, each["shares"])) for one, each in spread.items()}
    return [(*told[measure], *parted.get(measure, UNSPREAD)) for measure in telling.order]


def sheets(telling):
    return load_workbook(BytesIO(EXPORTS["xlsx"](telling).body)).worksheets


def of_xlsx(telling):
    rows = list(sheets(telling)[0].iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if all(row))
    for _, subject, _low, _high, bound, value, people, reason, *shares in rows[start + 1 :]:
        mean = "" if value is None else f"{value:.1f}"
        parted = ("" if share is None else str(share) for share in shares)
        yield subject, mean, bound or "", people or "", reason or "", *parted
