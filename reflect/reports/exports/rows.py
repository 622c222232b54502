"""What every table of a release holds: a row for each measure, told or withheld."""

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.disclosure import Figure
from reflect.disclosure.figure import Reason
from reflect.language import Language
from reflect.reports.cells import Cell
from reflect.reports.group.telling import Telling
from reflect.reports.names import brief

LONGEST = 1000  # characters of a cell: a spreadsheet refuses a text that is much longer
MOMENT = (
    "organisation",
    "group",
    "questionnaire",
    "version",
    "moment",
    "phase",
    "closed",
)
MEASURE = ("kind", "subject", "low", "high", "bound", "value", "people", "reason")


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: its kind and title, and either its figure or why there is none."""

    measure: str
    kind: str
    kind_words: str
    subject: str
    figure: Figure | None
    reason: Reason | None


def rows(telling: Telling) -> Iterator[Row]:
    """The measures in the order of the questionnaire."""
    for one in telling.order:
        kind, subject = one.partition(":")[0], brief(telling.title(one), LONGEST)
        words = "statement" if telling.is_evaluation and kind == "context" else kind
        named = one, kind, telling.t(f"report.kind_{words}"), subject
        yield Row(*named, telling.figures.get(one), telling.reasons.get(one))


def head(t: Language, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The names of columns."""
    return tuple(t(f"report.export_{column}") for column in columns)


def moment(telling: Telling) -> tuple[Cell, ...]:
    """What all rows of a release have in common, in the order of MOMENT."""
    release, t = telling.release, telling.t
    return (
        brief(release.organisation, LONGEST),
        brief(release.group, LONGEST),
        brief(telling.subject, LONGEST),
        release.version,
        release.moment,
        t(f"report.when_{release.phase}"),
        release.closed.isoformat(),
    )


def bound(t: Language, figure: Figure) -> str:
    """Hoogstens, minstens, or nothing."""
    return t(f"report.bound_{figure.bound}") if figure.bound else ""


def people(t: Language, figure: Figure) -> str:
    """About how many people it is, as a band in words."""
    return t(f"report.people_{figure.people}")
