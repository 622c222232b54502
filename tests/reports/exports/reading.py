"""What each file of a release tells, read back: one shape, so that they can be laid together."""

import csv
import json
from collections import defaultdict
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import load_workbook

from reflect.reports.exports import EXPORTS

TURN = 7  # which column says which set of people a line is about
NOTHING = ("", "", "")
UNSPREAD = ("", "", "")


def of_release(telling):
    """A line a measure: title, mean, bound, people, why not, shares; and a pair a change."""
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
            *(text for since in telling.since for text in of_change(t, since, measure)),
        )


def of_change(t, since, measure):
    """The change of one measure as it was stored, and about whom; or why it is not told."""
    for shift in since.change.shifts:
        if shift.measure == measure:
            people = "same_people" if shift.same_people else "other_people"
            return str(shift.value), t(f"picture.{people}")
    for one in since.change.withheld:
        if one.measure == measure:
            return "", t(f"report.withheld_{one.reason}")
    return "", ""


def every_set(telling):
    """What each set of people is told: those who were there in time, and those who came late."""
    return [list(of_release(one)) for one in (telling, *telling.latecomers)]


def of_csv(telling, kind, delimiter):
    body = EXPORTS[kind](telling).body.decode("utf-8-sig" if kind == "csv" else "utf-8")
    _, *rows = csv.reader(StringIO(body, newline=""), delimiter=delimiter, strict=True)
    sets = [[] for _ in (telling, *telling.late)]
    for row in rows:
        turn, (_, subject, _, _, bound, value, *more) = int(row[TURN]), row[TURN + 1 :]
        people, reason, low, middle, high, *changes = more
        mean, *gaps = (pointed(cell, kind) for cell in (value, *changes[::2]))
        pairs = (text for pair in zip(gaps, changes[1::2], strict=True) for text in pair)
        line = subject, mean, bound, people, reason, low, middle, high, *pairs
        sets[turn - 1].append(line if turn == 1 else line[:8])
        assert turn == 1 or not any(changes)
    return sets


def pointed(number, kind):
    return number.replace(",", ".") if kind == "csv" else number


def of_json(telling):
    found = json.loads(EXPORTS["json"](telling).body)
    late = zip(telling.latecomers, found["late"], strict=True)
    return [
        _of_json(telling, found, found["changes"]),
        *(_of_json(one, told, ()) for one, told in late),
    ]


def _of_json(telling, found, changes):
    t, told = telling.t, {}
    for one in found["figures"]:
        bound = t(f"report.bound_{one['bound']}") if one["bound"] else ""
        people = t(f"report.people_{one['people']}")
        told[one["measure"]] = (one["subject"], tenth(one["value"]), bound, people, "")
    for one in found["withheld"]:
        reason = t(f"report.withheld_{one['reason']}")
        told[one["measure"]] = (one["subject"], *NOTHING, reason)
    spread = {one["measure"]: one for one in found["distributions"]}
    for measure, one in spread.items():
        people = t(f"report.people_{one['people']}")
        told.setdefault(measure, (one["subject"], "", "", people, ""))
    parted = {one: tuple(map(str, each["shares"])) for one, each in spread.items()}
    pairs = [_pairs(t, change) for change in changes]
    return [
        (*told[one], *parted.get(one, UNSPREAD), *(x for found in pairs for x in found[one]))
        for one in telling.order
    ]


def _pairs(t, change):
    """By measure what it shifted and about whom; or why not."""
    found = defaultdict(lambda: ("", ""))
    for one in change["shifts"]:
        people = "same_people" if one["same_people"] else "other_people"
        found[one["measure"]] = tenth(one["value"]), t(f"picture.{people}")
    for one in change["withheld"]:
        found[one["measure"]] = "", t(f"report.withheld_{one['reason']}")
    return found


def tenth(number):
    return str(Decimal(str(number)))


def sheets(telling):
    return load_workbook(BytesIO(EXPORTS["xlsx"](telling).body)).worksheets


def of_xlsx(telling):
    *shown, _ = sheets(telling)  # the last one says how to read them
    return [list(_of_sheet(sheet)) for sheet in shown]


def _of_sheet(sheet):
    rows = list(sheet.iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if all(row))
    for _, subject, _low, _high, bound, value, people, reason, *more in rows[start + 1 :]:
        shares = ("" if share is None else str(share) for share in more[:3])
        pairs = zip(more[3::2], more[4::2], strict=True)
        changes = (text for gap, whom in pairs for text in (_mean(gap), whom or ""))
        yield subject, _mean(value), bound or "", people or "", reason or "", *shares, *changes


def _mean(value):
    return "" if value is None else f"{value:.1f}"
