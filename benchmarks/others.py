"""What other products took, measured elsewhere on such a machine, and how that is to ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from figures import Table

LIME, TUNED, ONS, BARE = "LimeSurvey", "LimeSurvey, tuned", "eq-questionnaire-runner", "bare Flask"
TABLE = Table(46, ("of other products, elsewhere", "theirs", "ours", "times as good"))


@dataclass(frozen=True)
class Figure:
    """A figure of ours by its name, what it is, and theirs; more: whether more is better."""

    name: str
    what: str
    theirs: tuple[tuple[str, float], ...]
    more: bool = False


FIGURES = (
    Figure(
        "rate",
        "five pages, a second",
        ((LIME, 4.2), (TUNED, 8.8), (ONS, 3.2), (f"{BARE}, least", 105), (f"{BARE}, most", 162)),
        more=True,
    ),
    Figure("cpu", "five pages, ms of CPU", ((LIME, 458), (TUNED, 198), (ONS, 569))),
    Figure("report", "their report as PDF, ms", ((LIME, 560), (ONS, 410))),
    Figure("picture 10000", "statistics of 10,000, ms", ((LIME, 1_500),)),
    Figure("picture 100000", "of 100,000, ms", ((LIME, 10_000),)),
    Figure("picture 1000000", "of 1,000,000, ms", ((LIME, 92_000),)),
    Figure("memory", "memory of a worker, MB", (("one product", 229), ("another", 308))),
)


def lines(ours: Mapping[str, float]) -> Iterator[str]:
    """A table of what was measured now; "times as good" is above 1 where ours is better."""
    measured = [one for one in FIGURES if one.name in ours]
    if measured:
        yield TABLE.head()
    for one in measured:
        for who, theirs in one.theirs:
            ratio = ours[one.name] / theirs
            cells = (
                f"{theirs:,g}",
                f"{ours[one.name]:.1f}",
                f"{ratio if one.more else 1 / ratio:.2f}",
            )
            yield TABLE.line(f"{one.what}: {who}", *cells)
