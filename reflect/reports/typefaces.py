"""The letters: Atkinson Hyperlegible Next, registered once with ReportLab when this is imported."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics

from reflect.reports.embedding import Font

_FONTS = Path(__file__).with_name("fonts")


def _face(name: str, weight: str) -> Font:
    font = Font(name, str(_FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
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

# what all of them can write, by code point, and what every document bears of them
WRITABLE = frozenset[int].intersection(*(frozenset(font.face.charToGlyph) for font in _FACES))
COMMON = frozenset[str].intersection(*(font.common for font in _FACES))
