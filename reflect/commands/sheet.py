"""A page of HTML that needs nothing else: no scripts, no files, pictures drawn in it."""

from collections.abc import Iterable
from html import escape

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


def sheet(title: str, parts: Iterable[str]) -> str:
    """The whole page; the title is escaped here, the parts are HTML already."""
    heading = escape(title)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{heading}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are HTML already; the first cell of a row names it."""
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    return f"<table>\n<tr>{names}</tr>\n" + "\n".join(map(_row, rows)) + "\n</table>"


def _row(cells: Iterable[str]) -> str:
    first, *rest = cells
    return (
        f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in rest) + "</tr>"
    )
