"""How the cells of a workbook look, and how wide its columns are."""

from collections.abc import Mapping

from reflect.reports.exports.rows import MEASURE, SHARES

WIDTHS = (14, 58, 10, 10, 11, 12, 16, 44, 10, 10, 10)  # of the columns of MEASURE, in characters
WIDTHS_OF_CHANGE = (14, 34)  # of the two columns of each earlier moment
_NUMBERS = {"value": "mean"} | dict.fromkeys(("low", "high", *SHARES), "whole")
COLUMNS = tuple((name, _NUMBERS.get(name, "text")) for name in MEASURE)  # and how each looks

LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": "#0F5F66"},
    "fact": {"quote_prefix": True},  # what looks like a formula stays a text, edited too
    "label": {"bold": True, "font_color": "#56646A", "valign": "top"},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F5F66", "text_wrap": True},
    "text": {
        "quote_prefix": True,
        "text_wrap": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": "#B9C6C8",
    },
    "whole": {"num_format": "0", "valign": "top", "bottom": 1, "bottom_color": "#B9C6C8"},
    "mean": {
        "num_format": "0.0",
        "bold": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": "#B9C6C8",
    },
    "shift": {
        "num_format": "+0.0;-0.0;0.0",
        "bold": True,
        "valign": "top",
        "bottom": 1,
        "bottom_color": "#B9C6C8",
    },
    "prose": {"text_wrap": True, "valign": "top"},
}
