"""Where each value of a JSON text stands: its line and column by its path."""

import json
import re
from bisect import bisect_left
from collections.abc import Callable
from json.decoder import scanstring  # type: ignore[attr-defined] # the stubs leave it out
from typing import Any

Path = tuple[str | int, ...]
Position = tuple[int, int]
DEEPEST = 100  # things within things: a definition needs a dozen
LONGEST = 200  # characters of a key

_SPACE = re.compile(r"[ \t\n\r]*")
_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined] # the stubs leave it out


class TooMuch(ValueError):  # noqa: N818 - it is said of the text
    """A text that is JSON, but more of it than anybody writes."""


class Positions:
    """The positions of one JSON text (which must be valid), and the keys that stand in it twice."""

    def __init__(self, text: str) -> None:
        """Read the text once. TooMuch past DEEPEST or LONGEST."""
        self._text = text
        self._ends = [line.start() for line in re.finditer("\n", text)]
        self._values: dict[Path, int] = {}
        self._keys: dict[Path, int] = {}
        self.doubles: list[Path] = []
        self._value(self._skip(0), ())

    def __getitem__(self, path: Path) -> Position:
        """Line and column, from 1, of the value at a path, or of the nearest thing around it."""
        while path not in self._values:
            path = path[:-1]
        return self._position(self._values[path])

    def key(self, path: Path) -> Position:
        """Line and column of the key that a path ends in; of the value where it has no key."""
        return self._position(self._keys[path]) if path in self._keys else self[path]

    def _position(self, offset: int) -> Position:
        line = bisect_left(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else -1)

    def _skip(self, at: int) -> int:
        return _SPACE.match(self._text, at).end()  # type: ignore[union-attr] # it matches nothing too

    def _value(self, at: int, path: Path) -> int:
        """Note the value that begins here; answer where it ends."""
        if len(path) > DEEPEST:
            raise TooMuch("nested too deeply")
        self._values[path] = at
        if self._text[at] in "{[":
            return self._members(at, path, named=self._text[at] == "{")
        return _SCAN(self._text, at)[1]

    def _members(self, at: int, path: Path, *, named: bool) -> int:
        """Note what stands in an object or a list; answer where it ends."""
        at = self._skip(at + 1)
        seen: set[str | int] = set()
        while self._text[at] not in "]}":
            step, at = self._key(at, path, seen) if named else (len(seen), at)
            seen.add(step)
            at = self._skip(self._value(at, (*path, step)))
            at = self._skip(at + 1) if self._text[at] == "," else at
        return at + 1

    def _key(self, at: int, path: Path, seen: set[str | int]) -> tuple[str, int]:
        """The key that begins here, and where its value does."""
        key, end = scanstring(self._text, at + 1, True)  # noqa: FBT003 - its own signature
        if len(key) > LONGEST:
            raise TooMuch("a key is too long")
        if key in seen:
            self.doubles.append((*path, key))
        self._keys[*path, key] = at
        return key, self._skip(self._skip(end) + 1)
