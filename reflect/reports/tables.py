"""A table of figures: thin lines, a repeated head, a first column that takes the room left."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table, TableStyle

from reflect.reports.blocks import Figures
from reflect.reports.colours import INK, LINE, SOFT
from reflect.reports.letters import writable
from reflect.reports.stationery import STYLES
from reflect.reports.tagging import TableTags, Text
from reflect.reports.typefaces import BOLD, REGULAR

_SIZE = STYLES["cell"].fontSize
_GUTTER = 14.0  # points, between columns
_WIDEST = 130.0  # a column after the first
_STYLE = TableStyle(
    [
        ("FONT", (0, 0), (-1, 0), BOLD, _SIZE),
        ("FONT", (0, 1), (-1, -1), REGULAR, _SIZE),
        ("LEADING", (0, 0), (-1, -1), STYLES["cell"].leading),
        ("TEXTCOLOR", (0, 0), (-1, 0), SOFT),
        ("TEXTCOLOR", (0, 1), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), _GUTTER),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, SOFT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]
)


def table(figures: Figures, width: float) -> Table:
    """The figures as a table so many points wide; wider than the text, it begins in the margin."""
    rows = [[writable(cell) for cell in row] for row in (figures.head, *figures.rows)]
    narrow = [_width(column) for column in list(zip(*rows, strict=True))[1:]]
    widths = [width - sum(narrow), *narrow]
    return Table(
        [_row(row, widths, is_head=number == 0) for number, row in enumerate(rows)],
        colWidths=widths,
        repeatRows=1,
        hAlign="RIGHT",
        style=_STYLE,
        renderCB=TableTags(),
    )


def _width(column: tuple[str, ...]) -> float:
    widest = max(stringWidth(cell, BOLD, _SIZE) for cell in column)
    return min(widest, _WIDEST) + _GUTTER


def _row(row: list[str], widths: list[float], *, is_head: bool) -> list[str | Text]:
    """Words that fit are drawn as they are; only longer ones need the work of a paragraph."""
    style = STYLES["head" if is_head else "cell"]
    return [
        cell
        if stringWidth(cell, BOLD, _SIZE) <= width - (_GUTTER if number else 0)
        else Text(escape(cell), style)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
