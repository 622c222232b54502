"""Findings as one page of HTML that needs nothing else: no scripts, pictures drawn in it."""

from collections.abc import Iterable, Sequence
from html import escape

from reflect.commands.findings.findings import Findings, bands, ends_missed, reached
from reflect.commands.sheet import sheet, table
from reflect.questionnaire.simulation import Spread

NOTHING = "<p>Nothing is scored.</p>"
WIDE, HIGH = 8, 40  # of a column, in pixels


def page(findings: Findings) -> str:
    """The whole page; all that an author wrote is escaped."""
    spoken = findings.questionnaire.languages[0]
    parts = [
        f'<p lang="{spoken}">{escape(findings.questionnaire.title.get(spoken, ""))}</p>',
        f"<p>{escape(findings.crowd)}</p>",
        _list("Out of reach", map(str, findings.out_of_reach), "Nothing: answers lead everywhere."),
        _list("Not seen", _unseen(findings), "Nothing: somebody came across everything."),
        _scores(findings),
        f"<h2>Minutes</h2>\n<p>{escape(findings.minutes)}</p>",
        f"<h2>Report</h2>\n<p>{escape(findings.length)}</p>",
        _list("Missing translations", map(str, findings.untranslated), "None."),
    ]
    return sheet(f"{findings.title}: simulated", parts)


def _list(heading: str, things: Iterable[str], none: str) -> str:
    items = "\n".join(f"<li>{escape(thing)}</li>" for thing in things)
    return f"<h2>{heading}</h2>\n" + (f"<ul>\n{items}\n</ul>" if items else f"<p>{none}</p>")


def _unseen(findings: Findings) -> list[str]:
    return [f"{kind}: {', '.join(names)}" for kind, names in findings.unseen]


def _scores(findings: Findings) -> str:
    rows = [_row(spread) for spread in findings.simulation.spreads]
    told = table(("domain", "0 to 1", "reached", "bands"), rows) if rows else NOTHING
    return f"<h2>Scores</h2>\n{told}"


def _row(spread: Spread) -> tuple[str, ...]:
    missed = "".join(f"<br>nobody scores in {escape(band)}" for band in ends_missed(spread))
    cells = (escape(reached(spread)), escape(bands(spread)) + missed)
    return (escape(spread.domain), columns(spread.columns), *cells)


def columns(counts: Sequence[int]) -> str:
    """A small picture in SVG; the table beside it says the same in words."""
    top = max(counts) or 1
    bars = "".join(
        f'<rect x="{n * WIDE}" y="{HIGH - high}" width="{WIDE - 1}" height="{high}"/>'
        for n, count in enumerate(counts)
        if (high := -(-HIGH * count // top))
    )
    return f'<svg width="{WIDE * len(counts)}" height="{HIGH}" aria-hidden="true">{bars}</svg>'
