"""Findings as one page of HTML that needs nothing else: no scripts, pictures drawn in it."""

from collections.abc import Iterable, Sequence
from html import escape

from reflect.commands.findings.findings import Findings, bands, ends_missed, reached
from reflect.questionnaire.simulation import Spread

STYLE = """
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; }
th, td { padding: .4rem 1rem .4rem 0; text-align: left; vertical-align: top; }
tr + tr { border-top: 1px solid #8888; }
svg { display: block; fill: #1d6f6a; background: #8882; }
@media (max-width: 45rem) { th, td { display: block; } th[scope=col] { display: none; } }
@media (prefers-color-scheme: dark) { svg { fill: #6cc5be; } }
"""
WIDE, HIGH = 8, 40  # of a column, in pixels


def page(findings: Findings) -> str:
    """The whole page; all that an author wrote is escaped."""
    spoken, title = findings.questionnaire.languages[0], escape(findings.title)
    parts = [
        f"<p>{escape(findings.crowd)}</p>",
        _list("Out of reach", map(str, findings.out_of_reach), "Nothing: answers lead everywhere."),
        _list("Not seen", _unseen(findings), "Nothing: somebody came across everything."),
        _scores(findings),
        f"<h2>Minutes</h2>\n<p>{escape(findings.minutes)}</p>",
        f"<h2>Report</h2>\n<p>{escape(findings.length)}</p>",
        _list("Missing translations", map(str, findings.untranslated), "None."),
    ]
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}: simulated</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}: simulated</h1>\n"
        f'<p lang="{spoken}">{escape(findings.questionnaire.title.get(spoken, ""))}</p>\n'
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def _list(heading: str, things: Iterable[str], none: str) -> str:
    items = "\n".join(f"<li>{escape(thing)}</li>" for thing in things)
    return f"<h2>{heading}</h2>\n" + (f"<ul>\n{items}\n</ul>" if items else f"<p>{none}</p>")


def _unseen(findings: Findings) -> list[str]:
    return [f"{kind}: {', '.join(names)}" for kind, names in findings.unseen]


def _scores(findings: Findings) -> str:
    rows = "\n".join(map(_row, findings.simulation.spreads))
    if not rows:
        return "<h2>Scores</h2>\n<p>Nothing is scored.</p>"
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("domain", "0 to 1", "reached", "bands")
    )
    return f"<h2>Scores</h2>\n<table>\n<tr>{head}</tr>\n{rows}\n</table>"


def _row(spread: Spread) -> str:
    missed = "".join(f"<br>nobody scores in {escape(band)}" for band in ends_missed(spread))
    cells = (columns(spread.columns), escape(reached(spread)), escape(bands(spread)) + missed)
    rest = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(spread.domain)}</th>{rest}</tr>'


def columns(counts: Sequence[int]) -> str:
    """A small picture in SVG; the table beside it says the same in words."""
    top = max(counts) or 1
    bars = "".join(
        f'<rect x="{n * WIDE}" y="{HIGH - high}" width="{WIDE - 1}" height="{high}"/>'
        for n, count in enumerate(counts)
        if (high := -(-HIGH * count // top))
    )
    return f'<svg width="{WIDE * len(counts)}" height="{HIGH}" aria-hidden="true">{bars}</svg>'
