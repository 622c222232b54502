"""What every table of a release holds: a row for each measure, told or withheld."""

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.disclosure import Distribution, Figure
from reflect.disclosure.figure import Reason
from reflect.disclosure.headcount import People
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
    "turn",
)
SHARES = ("share_low", "share_middle", "share_high")
MEASURE = ("kind", "subject", "low", "high", "bound", "value", "people", "reason", *SHARES)


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: its kind and title, its figure or why there is none, and how it is spread.

    Of a choice there is no figure; only its spread is told.
    """

    measure: str
    kind: str
    kind_words: str
    subject: str
    figure: Figure | None
    reason: Reason | None
    spread: Distribution | None

    @property
    def people(self) -> People | None:
        """About how many people it is."""
        told = self.figure or self.spread
        return told.people if told else None


def rows(telling: Telling) -> Iterator[Row]:
    """The measures in the order of the questionnaire."""
    for one in telling.order:
        kind, subject = one.partition(":")[0], brief(telling.title(one), LONGEST)
        words = "statement" if telling.is_evaluation and kind == "context" else kind
        named = one, kind, telling.t(f"report.kind_{words}"), subject
        figure, reason = telling.figures.get(one), telling.reasons.get(one)
        yield Row(*named, figure, reason, telling.spread.get(one))


def head(t: Language, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The names of columns."""
    return tuple(t(f"report.export_{column}") for column in columns)


def moment(telling: Telling) -> tuple[Cell, ...]:
    """What all rows of a release have in common, in the order of MOMENT."""
    release, t = telling.release, telling.t
    return (
        brief(release.organisation, LONGEST),
        telling.group if telling.is_union else brief(release.group, LONGEST),
        brief(telling.subject, LONGEST),
        release.version,
        release.moment,
        t(f"report.when_{release.phase}"),
        release.closed.isoformat(),
        release.turn,
    )


def words(t: Language, row: Row) -> dict[str, str]:
    """What is said of a measure in words, by column; without what there is nothing of."""
    figure = row.figure
    told = {
        "kind": row.kind_words,
        "subject": row.subject,
        "bound": t(f"report.bound_{figure.bound}") if figure and figure.bound else "",
        "people": t(f"report.people_{row.people}") if row.people else "",
        "reason": t(f"report.withheld_{row.reason}") if row.reason else "",
    }
    return {name: text for name, text in told.items() if text}


def numbers(row: Row) -> dict[str, int]:
    """The whole numbers of a measure, by column: the ends of its scale, tens of percent."""
    figure = row.figure
    ends = {"low": figure.low, "high": figure.high} if figure else {}
    shares = zip(SHARES, row.spread.shares, strict=True) if row.spread else ()
    return ends | dict(shares)
