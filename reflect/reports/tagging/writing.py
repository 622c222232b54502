"""A canvas that writes lines of text straight into a page, in few operators.

ReportLab's own way saves and moves the state for each text, and asks of each what it may be: most
of the time that a report took. What is drawn here looks the same.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

_SPECIAL = re.compile(r"[^ !#-'*-\[\]-~]")


def figure(number: float) -> str:
    """A number as PDF has it, to a thousandth of a point."""
    return f"{round(number, 3):.7g}"


def figures(*numbers: float) -> str:
    """Some numbers."""
    return " ".join(map(figure, numbers))


@lru_cache(maxsize=64)
def ink(colour: Color) -> str:
    """A colour as PDF has it."""
    return figures(colour.red, colour.green, colour.blue)


def _escaped(codes: bytes) -> str:
    return _SPECIAL.sub(_octal, codes.decode("latin-1"))


def _octal(special: re.Match[str]) -> str:
    return f"\\{ord(special[0]):03o}"


class WritingCanvas(Canvas):
    """Draws as any canvas, and writes at once."""

    _code: list[str]
    _doc: PDFDocument

    def literal(self, operators: str) -> None:
        """Operators in PDF."""
        self._code.append(operators)

    def write(  # noqa: PLR0913 - a text has that many sides
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        *,
        face: str,
        size: float,
        colour: Color,
        leading: float = 0,
    ) -> None:
        """Lines of text below each other, the base of the first at (x, y); all in points."""
        font: Any = getFont(face)
        look = f"{figure(size)} Tf"
        code = [f"{ink(colour)} rg BT 1 0 0 1 {figures(x, y)} Tm {figure(leading)} TL"]
        worn = -1
        for number, line in enumerate(lines):
            code += ["T*"] * bool(number)
            for part, codes in font.splitString(line, self._doc):
                if part != worn:
                    code.append(f"{font.getSubsetInternalName(part, self._doc)} {look}")
                    worn = part
                code.append(f"({_escaped(codes)}) Tj")
        self._code.append(" ".join([*code, "ET"]))
