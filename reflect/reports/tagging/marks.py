"""The marks around what is drawn: as long as they last, it belongs to something."""

from typing import Protocol


class _Marked(Protocol):
    """A canvas that knows whether it is marking."""

    is_marking: bool
    _code: list[str]


class Marks:
    """An opening mark on the way in, and its end on the way out."""

    __slots__ = ("_canvas", "_opening")

    def __init__(self, canvas: _Marked, opening: str) -> None:
        """The opening is an operator in PDF."""
        self._canvas = canvas
        self._opening = opening

    def __enter__(self) -> None:
        """Begin."""
        self._canvas.is_marking = True
        self._canvas._code.append(self._opening)  # noqa: SLF001 - ReportLab's

    def __exit__(self, *_: object) -> None:
        """End, whatever happened inside."""
        self._canvas.is_marking = False
        self._canvas._code.append("EMC")  # noqa: SLF001 - ReportLab's
