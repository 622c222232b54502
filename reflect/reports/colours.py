"""The colours of report and charts: ink, one accent, and greys that print; by name."""

from reportlab.lib.colors import Color, HexColor

INK = HexColor("#1d2628")
SOFT = HexColor("#56646a")  # less loud text; 6 : 1 on white
ACCENT = HexColor("#0f5f66")
TINT = HexColor("#dfeaea")  # an empty bar, a row of a table
LINE = HexColor("#b9c6c8")
PAPER = HexColor("#ffffff")

NAMES: dict[Color, str] = {
    INK: "ink",
    SOFT: "soft",
    ACCENT: "accent",
    TINT: "tint",
    LINE: "line",
    PAPER: "paper",
}
