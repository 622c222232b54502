"""What visitors do, one request a step: each way makes itself ready, and then gives the steps."""

from collections.abc import Callable, Iterator
from functools import partial

from visitors import Visitor, form, hidden

Step = tuple[Visitor, Callable[[], object]]  # what is done, and who counts its requests
Way = Iterator[Step]  # its steps run when all of them are there
BATCH = 8  # answers that somebody gives before the section is saved
BEFORE = 5  # sections that are filled in already when a single one is measured


def begin(visitor: Visitor, join: str) -> tuple[str, str]:
    """Join a group and begin; the address and the page of the first section."""
    visitor.go(join)
    visitor.go(join, {"counts": "yes"})
    _, mine = visitor.go("/reflections")
    return visitor.go("/reflections", hidden(mine))


def midway(visitor: Visitor, join: str) -> tuple[str, str]:
    """Fill in some sections; the address and the page of the next."""
    address, here = begin(visitor, join)
    for _ in range(BEFORE):
        address, here = visitor.go(address, form(here, 1))
    return address, here


def asked(filled: dict[str, str]) -> list[str]:
    """The fields of a page that are questions."""
    return [name for name in filled if name.startswith("q_")]


def keep(visitor: Visitor, address: str, filled: dict[str, str], name: str) -> None:
    """One answer of the section at an address is kept, as a script does it."""
    known = {one: value for one, value in filled.items() if not one.startswith("q_")}
    sent = known | {"question": name.removeprefix("q_"), name: filled[name]}
    visitor.ask(f"{address.rpartition('/')[0]}/answers", sent)


def page(port: int, join: str) -> Way:
    """The page of a section in the middle, again and again."""
    visitor = Visitor(port)
    address, _ = midway(visitor, join)
    while True:
        yield visitor, partial(visitor.ask, address)


def answer(port: int, join: str) -> Way:
    """One answer after another is kept while somebody fills in."""
    while True:
        visitor = Visitor(port)
        address, first = midway(visitor, join)
        filled = form(first, 0)
        for name in asked(filled)[:BATCH]:
            yield visitor, partial(keep, visitor, address, filled, name)


def section(port: int, join: str) -> Way:
    """A whole section is saved, with other answers each time; a redirect answers."""
    visitor = Visitor(port)
    address, first = midway(visitor, join)
    turn, seen = 0, int(hidden(first)["seen"])
    while True:
        sent = form(first, turn) | {"seen": str(seen + turn)}
        yield visitor, partial(visitor.ask, address, sent)
        turn += 1


def bare_page(port: int, _join: str) -> Way:
    """The page of eight questions."""
    visitor = Visitor(port)
    while True:
        yield visitor, partial(visitor.ask, "/1")


def bare_answer(port: int, _join: str) -> Way:
    """One answer is saved."""
    visitor = Visitor(port)
    filled = form(visitor.ask("/1").body, 1)
    while True:
        yield visitor, partial(keep, visitor, "/1", filled, asked(filled)[0])


def bare_section(port: int, _join: str) -> Way:
    """The eight answers are saved; a redirect answers."""
    visitor = Visitor(port)
    filled = form(visitor.ask("/1").body, 1)
    while True:
        yield visitor, partial(visitor.ask, "/1", filled)


OURS, BARE = (page, answer, section), (bare_page, bare_answer, bare_section)
WAYS: dict[str, Callable[[int, str], Way]] = {one.__name__: one for one in (*OURS, *BARE)}
