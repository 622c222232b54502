"""Where each value of a JSON text stands: its line and column by its path."""

import json
import re
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined] # the stubs leave it out
from typing import Any

Path = tuple[str | int, ...]
Position = tuple[int, int]

_SPACE = re.compile(r"[ \t\n\r]*")
_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined] # the stubs leave it out


class Positions:
    """The positions of one JSON text (which must be valid), and the keys that stand in it twice."""

    def __init__(self, text: str) -> None:
        """Read the text once. RecursionError when it is nested too deeply."""
        self._text = text
        self._offsets: dict[Path, int] = {}
        self.doubles: list[Path] = []
        self._value(self._skip(0), ())

    def __getitem__(self, path: Path) -> Position:
        """Line and column, from 1, of the value at a path, or of the nearest thing around it."""
        while path not in self._offsets:
            path = path[:-1]
        offset = self._offsets[path]
        return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)

    def _skip(self, at: int) -> int:
        return _SPACE.match(self._text, at).end()  # type: ignore[union-attr] # it matches nothing too

    def _value(self, at: int, path: Path) -> int:
        """Note the value that begins here; answer where it ends."""
        self._offsets[path] = at
        if self._text[at] == "{":
            return self._members(at, path, self._keyed)
        if self._text[at] == "[":
            return self._members(at, path, self._numbered)
        return _SCAN(self._text, at)[1]

    def _members(self, at: int, path: Path, each: Callable[[Path], Iterator[None]]) -> int:
        self._at = self._skip(at + 1)
        if self._text[self._at] not in "]}":
            for _ in each(path):
                self._at = self._skip(self._at)
                if self._text[self._at] in "]}":
                    break
                self._at = self._skip(self._at + 1)
        return self._at + 1

    def _keyed(self, path: Path) -> Iterator[None]:
        seen = set()
        while True:
            key, end = scanstring(self._text, self._at + 1, True)  # noqa: FBT003 - its own signature
            inner = (*path, key)
            if key in seen:
                self.doubles.append(inner)
            seen.add(key)
            self._at = self._value(self._skip(self._skip(end) + 1), inner)
            yield

    def _numbered(self, path: Path) -> Iterator[None]:
        number = 0
        while True:
            self._at = self._value(self._at, (*path, number))
            number += 1
            yield
