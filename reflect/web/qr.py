"""A QR code: a link as dark squares, drawn as one path."""

from dataclasses import dataclass

from reflect.reports.squares import squares


@dataclass(frozen=True, slots=True)
class Qr:
    """A drawing of `size` by `size` units; `path` is the dark part."""

    size: int
    path: str


def qr(text: str) -> Qr:
    """The QR code of a text, with the white around it that readers need."""
    rows = squares(text)
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return Qr(len(rows), path)
