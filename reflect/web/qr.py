"""A QR code: a link as dark squares, drawn as one path."""

from dataclasses import dataclass

QUIET = 4  # squares of white around it, without which readers do not find it


@dataclass(frozen=True, slots=True)
class Qr:
    """A drawing of `size` by `size` units; `path` is the dark part."""

    size: int
    path: str


def qr(text: str) -> Qr:
    """The QR code of a text, readable with a seventh of it hidden (error correction M)."""
    import segno  # noqa: PLC0415 - its tables take a while to load, and only trainers need them

    rows = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(border=QUIET)]
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return Qr(len(rows), path)
