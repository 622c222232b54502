"""A picture as inline SVG, for a page without inline style: colours are classes and attributes."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reflect.reports.blocks import Picture

WIDTH = 340.0  # units; a phone's column, so that words stay readable there

Attributes = Mapping[str, str | float | None]


def svg(picture: Picture, key: str, width: float = WIDTH) -> str:
    """The picture as an <svg> element that is as wide as its place allows.

    `key` makes its ids the only ones on a page. The same drawing stands in the PDF. Text takes
    the page's letters; ink is currentColor, other colours have a class: fill-accent, stroke-line.
    """
    # the charts bring ReportLab with them: half a second, for whoever draws one
    from reflect.reports.charts import drawing  # noqa: PLC0415 - see above

    sheet = drawing(picture, width)
    shapes = "".join(_shape(shape, sheet.height) for shape in sheet.contents)
    box = f"0 0 {_number(sheet.width)} {_number(sheet.height)}"
    opening = f'<svg class="chart chart-{picture.chart}" viewBox="{box}"'
    if not picture.alt:
        return f'{opening} aria-hidden="true" focusable="false">{shapes}</svg>'
    title, told = quoteattr(f"{key}-title"), quoteattr(f"{key}-desc")
    return (
        f'{opening} role="img" aria-labelledby={title} aria-describedby={told}>'
        f"<title id={title}>{escape(picture.title)}</title>"
        f"<desc id={told}>{escape(picture.alt)}</desc>{shapes}</svg>"
    )


def _shape(shape: Any, height: float) -> str:
    """One of ReportLab's shapes; SVG counts from the top, so y turns over."""
    return _SHAPES[type(shape).__name__](shape, height)


def _line(line: Any, height: float) -> str:
    ends = {"x1": line.x1, "y1": height - line.y1, "x2": line.x2, "y2": height - line.y2}
    return _element("line", ends | {"stroke-width": line.strokeWidth}, stroke=line.strokeColor)


def _rectangle(rect: Any, height: float) -> str:
    top = height - rect.y - rect.height
    box = {"x": rect.x, "y": top, "width": rect.width, "height": rect.height}
    return _element("rect", box, fill=rect.fillColor)


def _circle(circle: Any, height: float) -> str:
    place = {"cx": circle.cx, "cy": height - circle.cy, "r": circle.r}
    pen = {"stroke-width": circle.strokeWidth} if circle.strokeColor else {}
    return _element("circle", place | pen, fill=circle.fillColor, stroke=circle.strokeColor)


def _polygon(polygon: Any, height: float) -> str:
    pairs = zip(polygon.points[::2], polygon.points[1::2], strict=True)
    points = " ".join(f"{_number(x)},{_number(height - y)}" for x, y in pairs)
    shape = {"points": points, "stroke-width": polygon.strokeWidth}
    return _element("polygon", shape, fill=polygon.fillColor, stroke=polygon.strokeColor)


def _text(text: Any, height: float) -> str:
    if not text.text:
        return ""
    place: Attributes = {
        "x": text.x,
        "y": height - text.y,
        "font-size": text.fontSize,
        "font-weight": "700" if text.fontName.endswith("Bold") else None,
        "text-anchor": None if text.textAnchor == "start" else text.textAnchor,
    }
    return _element("text", place, escape(text.text), fill=text.fillColor)


_SHAPES: Mapping[str, Callable[[Any, float], str]] = {
    "Line": _line,
    "Rect": _rectangle,
    "Circle": _circle,
    "Polygon": _polygon,
    "String": _text,
}


def _element(tag: str, attributes: Attributes, content: str = "", **paint: Any) -> str:
    """An element with its fill and stroke (a ReportLab colour, or None for none)."""
    from reflect.reports.colours import NAMES  # noqa: PLC0415 - brings ReportLab

    names = {side: NAMES[colour] for side, colour in paint.items() if colour}
    worn = " ".join(f"{side}-{name}" for side, name in names.items())
    told = {name: value for name, value in attributes.items() if value is not None}
    told |= {
        side: "none" if not colour else _ink(colour, names[side]) for side, colour in paint.items()
    }
    written = "".join(f' {name}="{_number(value)}"' for name, value in told.items())
    classes = f' class="{worn}"' if worn else ""
    return f"<{tag}{classes}{written}>{content}</{tag}>"


def _ink(colour: Any, name: str) -> str:
    """Words and lines in ink are the page's own; the rest looks as on paper without any CSS."""
    return "currentColor" if name == "ink" else f"#{colour.hexval()[2:]}"


def _number(value: str | float | None) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
