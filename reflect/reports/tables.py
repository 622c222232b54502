"""A table of figures: thin lines, a repeated head, a first column that takes the room left."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table, TableStyle

from reflect.reports.blocks import Figures
from reflect.reports.colours import INK, LINE, SOFT
from reflect.reports.letters import writable
from reflect.reports.stationery import STYLES
from reflect.reports.tagging import TableTags, TaggedCanvas, Text
from reflect.reports.typefaces import BOLD, REGULAR

_GUTTER = 14.0  # points, between columns
_WIDEST = 130.0  # a column after the first
_FIRST = 0.34  # of the width at least, for the first column
_ABOVE, _BELOW = 0.9, 2.3  # the words of a cell


def _look(style: ParagraphStyle) -> TableStyle:
    return TableStyle(
        [
            ("FONT", (0, 0), (-1, 0), BOLD, style.fontSize),
            ("FONT", (0, 1), (-1, -1), REGULAR, style.fontSize),
            ("LEADING", (0, 0), (-1, -1), style.leading),
            ("TEXTCOLOR", (0, 0), (-1, 0), SOFT),
            ("TEXTCOLOR", (0, 1), (-1, -1), INK),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LEFTPADDING", (1, 0), (-1, -1), _GUTTER),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, SOFT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
        ]
    )


_LOOKS = {name: _look(STYLES[name]) for name in ("cell", "small")}


class _Table(Table):
    """A table whose words are written where they stand; the rest is drawn by ReportLab."""

    canv: TaggedCanvas

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The piece that fits, and the rest, in their place; ReportLab forgets it inside a row."""
        pieces = super().split(width, height)
        for piece in pieces:
            piece.hAlign = self.hAlign
        return pieces

    def _drawCell(  # noqa: N802 - ReportLab's name
        self, cell: Any, style: Any, place: tuple[float, float], size: tuple[float, float]
    ) -> None:
        if not isinstance(cell, str):
            super()._drawCell(cell, style, place, size)  # type: ignore[misc] # private, so the stubs lack it
            return
        self.canv.write(
            place[0] + style.leftPadding,
            place[1] + size[1] - style.topPadding - style.fontsize,
            cell.split("\n"),
            face=style.fontname,
            size=style.fontsize,
            colour=style.color,
            leading=style.leading,
        )


def table(figures: Figures, width: float, style: str = "cell") -> Table:
    """The figures as a table so many points wide; wider than the text, it begins in the margin.

    `style` names that of its words. A row higher than a page breaks; no other does.
    """
    size = STYLES[style].fontSize
    rows = [[writable(cell) for cell in row] for row in (figures.head, *figures.rows)]
    columns = list(zip(*rows, strict=True))[1:]
    wanted = [_width(column, size) for column in columns]
    share = min(1, width * (1 - _FIRST) / max(sum(wanted), 1))
    narrow = [share * column for column in wanted]
    widths = [width - sum(narrow), *narrow]
    return _Table(
        [
            _row(row, widths, STYLES[style if number else f"{style} head"])
            for number, row in enumerate(rows)
        ],
        colWidths=widths,
        repeatRows=1,
        splitInRow=1,
        hAlign="RIGHT",
        style=_LOOKS[style],
        renderCB=TableTags(),
    )


def _width(column: tuple[str, ...], size: float) -> float:
    """What the longest text of a column takes, within reason (points)."""
    widest = max(stringWidth(cell, BOLD, size) for cell in column)
    return min(widest, _WIDEST) + _GUTTER


def _row(row: list[str], widths: list[float], style: ParagraphStyle) -> list[str | Text]:
    """Words that fit are drawn as they are; only longer ones need the work of a paragraph."""
    return [
        cell
        if stringWidth(cell, BOLD, style.fontSize) <= width - (_GUTTER if number else 0)
        else Text(escape(cell), style)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
