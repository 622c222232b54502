"""A release as CSV for a Dutch Excel: a row for each measure, told or withheld."""

import csv
from collections.abc import Iterator
from io import StringIO

from reflect.disclosure import Figure, Release, Withheld
from reflect.language import Language
from reflect.questionnaire import Questionnaire, measures
from reflect.reports.document import Document

_COLUMNS = (
    "organisation",
    "group",
    "questionnaire",
    "version",
    "moment",
    "phase",
    "closed",
    "kind",
    "subject",
    "low",
    "high",
    "bound",
    "value",
    "people",
    "reason",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(release: Release, questionnaire: Questionnaire, language: Language) -> Document:
    """Semicolons, decimal commas in Dutch, and a mark at the start that says UTF-8."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow([language(f"report.export_{column}") for column in _COLUMNS])
    for row in _rows(release, questionnaire, language):
        writer.writerow([_harmless(cell) for cell in row])
    name = f"{language('report.group_file')}-{release.questionnaire}-{release.moment}"
    return Document(
        f"{name}-{release.closed.isoformat()}.csv",
        "text/csv; charset=utf-8",
        ("\ufeff" + sheet.getvalue()).encode(),
    )


def _rows(
    release: Release, questionnaire: Questionnaire, t: Language
) -> Iterator[tuple[str | int, ...]]:
    """The measures in the order of the questionnaire, each with what the release says of it."""
    moment = (
        release.organisation,
        release.group,
        questionnaire.say(questionnaire.title, t.code),
        release.version,
        release.moment,
        t(f"report.when_{release.phase}"),
        release.closed.isoformat(),
    )
    told: dict[str, Figure | Withheld] = {each.measure: each for each in release.withheld}
    told |= {each.measure: each for each in release.figures}
    for measure in measures(questionnaire):
        if measure.id in told:
            subject = _subject(questionnaire, measure.kind, measure.of, t)
            kind = t(f"report.kind_{measure.kind}")
            yield (*moment, kind, subject, *_said(told[measure.id], t))


def _subject(questionnaire: Questionnaire, kind: str, of: str, t: Language) -> str:
    """The title of a domain, or the text of a question."""
    if kind == "domain":
        return questionnaire.say(questionnaire.domain(of).title, t.code)
    return questionnaire.say(questionnaire.questions[of].text, t.code)


def _said(each: Figure | Withheld, t: Language) -> tuple[str | int, ...]:
    if isinstance(each, Withheld):
        return "", "", "", "", "", t(f"report.withheld_{each.reason}")
    bound = t(f"report.bound_{each.bound}") if each.bound else ""
    return each.low, each.high, bound, t.number(each.value), t(f"report.people_{each.people}"), ""


def _harmless(cell: str | int) -> str | int:
    """A spreadsheet takes a text that begins so for a formula; an apostrophe stops it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
