"""The letters: Atkinson Hyperlegible Next, registered once with ReportLab when this is imported."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FONTS = Path(__file__).with_name("fonts")


def _face(name: str, weight: str) -> TTFont:
    font = TTFont(name, str(_FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
    pdfmetrics.registerFont(font)
    return font


_FACES = (
    _face("Text", "Regular"),
    _face("Text-Bold", "Bold"),
    _face("Text-Italic", "Italic"),
    _face("Text-BoldItalic", "BoldItalic"),
)
REGULAR, BOLD = _FACES[0].fontName, _FACES[1].fontName
pdfmetrics.registerFontFamily(REGULAR, *(face.fontName for face in _FACES))

# what all of them can write, by code point
WRITABLE = frozenset[int].intersection(*(frozenset(font.face.charToGlyph) for font in _FACES))
