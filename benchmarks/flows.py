"""What visitors do: each way makes itself ready, and then gives steps to be measured."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import repeat

import short
from visitors import Visitor, form, hidden

Step = Callable[[], object]
Way = Iterator[Step]  # its steps run when all of them are there
BATCH = 8  # answers that somebody gives before the section is saved
SECTIONS = 12  # of the bare app: as many as Reflect's questionnaire has
BEFORE = 5  # sections that are filled in already when a single one is measured
REQUESTS = 12  # of five pages: each read and saved; then what is sent in is read and sent in


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


def page(port: int, join: str) -> Way:
    """The page of a section in the middle, again and again."""
    visitor = Visitor(port)
    address, _ = midway(visitor, join)
    while True:
        yield partial(visitor.ask, address)


def answer(port: int, join: str) -> Way:
    """One answer after another is kept while somebody fills in."""
    while True:
        visitor = Visitor(port)
        address, first = midway(visitor, join)
        filled = form(first, 0)
        asked = [name for name in filled if name.startswith("q_")][:BATCH]
        for name in asked:
            yield partial(_keep, visitor, f"{address.rpartition('/')[0]}/answers", filled, name)


def section(port: int, join: str) -> Way:
    """A whole section is saved, with other answers each time; a redirect answers."""
    visitor = Visitor(port)
    address, first = midway(visitor, join)
    turn, seen = 0, int(hidden(first)["seen"])
    while True:
        yield partial(visitor.ask, address, form(first, turn) | {"seen": str(seen + turn)})
        turn += 1


def whole(port: int, join: str) -> Way:
    """From joining to reading the report, without JavaScript."""
    while True:
        yield partial(_whole, port, join)


def five(port: int, join: str) -> Way:
    """Five pages and sending in, request by request; joining and beginning came before."""
    while True:
        visitor = Visitor(port)
        address, _ = begin(visitor, join)
        filling = _five(visitor, address)
        yield from repeat(partial(next, filling), REQUESTS)


def bare_five(port: int, _join: str) -> Way:
    """The same twelve requests: five pages of eight questions, and sending in."""
    while True:
        filling = _five(Visitor(port), "/1", "/submit")
        yield from repeat(partial(next, filling), REQUESTS)


def bare_page(port: int, _join: str) -> Way:
    """The page of eight questions."""
    visitor = Visitor(port)
    while True:
        yield partial(visitor.ask, "/1")


def bare_section(port: int, _join: str) -> Way:
    """The eight answers are saved; a redirect answers."""
    visitor = Visitor(port)
    filled = form(visitor.ask("/1").body, 1)
    while True:
        yield partial(visitor.ask, "/1", filled)


def bare_whole(port: int, _join: str) -> Way:
    """As many pages read and saved as Reflect's questionnaire has sections."""
    while True:
        yield partial(_bare_whole, port)


def _keep(visitor: Visitor, address: str, filled: dict[str, str], name: str) -> None:
    sent = {one: filled[one] for one in ("csrf_token", "seen", "page", name)}
    visitor.ask(address, sent | {"question": name.removeprefix("q_")})


def _five(visitor: Visitor, address: str, review: str = "") -> Iterator[None]:
    """Pages are asked for and sent, one by one, and all of it sent in; it waits after each request.

    review: the address of the last page, where sending the fifth does not lead there.
    """
    for _ in range(short.PAGES):
        here = visitor.ask(address).body
        yield
        address = visitor.ask(address, form(here, 1)).onward
        yield
    address = review or address
    here = visitor.ask(address).body
    yield
    sent = visitor.ask(address.replace("/review", "/submit"), hidden(here))
    if "review" in sent.onward:
        raise ValueError("it was not sent in")
    yield


def _whole(port: int, join: str) -> None:
    visitor = Visitor(port)
    address, here = begin(visitor, join)
    while not address.endswith("/review"):
        address, here = visitor.go(address, form(here, 1))
    address, _ = visitor.go(address.replace("/review", "/submit"), hidden(here))
    if not address.endswith("/report"):
        raise ValueError(f"no report, but {address}")


def _bare_whole(port: int) -> None:
    visitor = Visitor(port)
    address, here = visitor.go("/1")
    for _ in range(SECTIONS):
        address, here = visitor.go(address, form(here, 1))


OURS, BARE = (page, answer, section, whole, five), (bare_page, bare_section, bare_whole, bare_five)
WAYS: dict[str, Callable[[int, str], Way]] = {one.__name__: one for one in (*OURS, *BARE)}
