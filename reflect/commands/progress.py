"""A bar on the error side of a terminal while something takes long; nothing elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
WIDE = 30


def watched(things: Iterable[T], whole: int) -> Iterator[T]:
    """The same things, one after the other; the bar grows with each hundredth of the whole."""
    is_shown = sys.stderr.isatty()
    for done, thing in enumerate(things, 1):
        yield thing
        if is_shown and done * 100 // whole != (done - 1) * 100 // whole:
            full = "█" * (done * WIDE // whole)
            print(f"\r{full:░<{WIDE}} {done} of {whole}", end="", file=sys.stderr, flush=True)
    if is_shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
