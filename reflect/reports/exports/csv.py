"""A release as CSV for a Dutch Excel: a row for each measure, told or withheld."""

from collections.abc import Iterator

from reflect.disclosure import Figure, Release, Withheld
from reflect.language import Language
from reflect.questionnaire import Questionnaire, measures
from reflect.reports.cells import MARK, Cell, sheet
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


def write(release: Release, questionnaire: Questionnaire, language: Language) -> Document:
    """Semicolons, decimal commas in Dutch, and a mark at the start that says UTF-8."""
    head = [language(f"report.export_{column}") for column in _COLUMNS]
    text = sheet([head, *_rows(release, questionnaire, language)])
    name = f"{language('report.group_file')}-{release.questionnaire}-{release.moment}"
    return Document(
        f"{name}-{release.closed.isoformat()}.csv",
        "text/csv; charset=utf-8",
        (MARK + text).encode(),
    )


def _rows(
    release: Release, questionnaire: Questionnaire, t: Language
) -> Iterator[tuple[Cell, ...]]:
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


def _said(each: Figure | Withheld, t: Language) -> tuple[Cell, ...]:
    if isinstance(each, Withheld):
        return "", "", "", "", "", t(f"report.withheld_{each.reason}")
    bound = t(f"report.bound_{each.bound}") if each.bound else ""
    return each.low, each.high, bound, t.number(each.value), t(f"report.people_{each.people}"), ""
