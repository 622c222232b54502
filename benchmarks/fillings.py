"""What visitors do from beginning to end: a step is a whole questionnaire, request by request."""

from collections.abc import Callable
from functools import partial

from flows import Way, asked, begin, keep
from visitors import Visitor, form, hidden

PAGES = 5  # of the short questionnaire
SECTIONS = 12  # of the bare app: as many as Reflect's questionnaire has


def five(port: int, join: str) -> Way:
    """Five pages and sending in: twelve requests; joining and beginning came before."""
    while True:
        visitor = Visitor(port)
        address, _ = begin(visitor, join)
        yield visitor, partial(_fill, visitor, address)


def whole(port: int, join: str) -> Way:
    """From joining to the PDF of the report, without JavaScript."""
    return _wholes(port, join, typing=False, printing=True)


def typed(port: int, join: str) -> Way:
    """The same, and each answer is kept as soon as it is given."""
    return _wholes(port, join, typing=True, printing=True)


def unprinted(port: int, join: str) -> Way:
    """From joining to reading the report, without JavaScript and without the PDF."""
    return _wholes(port, join, typing=False, printing=False)


def bare_five(port: int, _join: str) -> Way:
    """The same twelve requests: five pages of eight questions, and sending in."""
    return _bare(port, PAGES, typing=False)


def bare_whole(port: int, _join: str) -> Way:
    """As many pages read and saved as Reflect's questionnaire has sections, and sending in."""
    return _bare(port, SECTIONS, typing=False)


def bare_typed(port: int, _join: str) -> Way:
    """The same, and each answer is saved as soon as it is given."""
    return _bare(port, SECTIONS, typing=True)


def _wholes(port: int, join: str, *, typing: bool, printing: bool) -> Way:
    while True:
        visitor = Visitor(port)
        yield visitor, partial(_whole, visitor, join, typing=typing, printing=printing)


def _bare(port: int, pages: int, *, typing: bool) -> Way:
    while True:
        visitor = Visitor(port)
        yield visitor, partial(_fill, visitor, "/1", f"/{pages + 1}", "/submit", typing=typing)


def _whole(visitor: Visitor, join: str, *, typing: bool, printing: bool) -> None:
    address, _ = begin(visitor, join)
    report, page = visitor.go(_fill(visitor, address, typing=typing))
    if not report.endswith("/report"):
        raise ValueError(f"no report, but {report}")
    if printing:
        visitor.ask(f"{report}.pdf", hidden(page))


def _fill(
    visitor: Visitor, address: str, end: str = "/review", last: str = "", *, typing: bool = False
) -> str:
    """Read and save page after page to the end, read the last page and send in; what follows.

    last: the address of the last page, where saving the one before does not lead there.
    """
    while not address.endswith(end):
        filled = form(visitor.ask(address).body, 1)
        for name in asked(filled) if typing else ():
            keep(visitor, address, filled, name)
        address = visitor.ask(address, filled).onward
    address = last or address
    here = visitor.ask(address).body
    sent = visitor.ask(address.replace("/review", "/submit"), hidden(here))
    if "review" in sent.onward:
        raise ValueError("it was not sent in")
    return sent.onward


OURS, BARE = (five, whole, typed, unprinted), (bare_five, bare_whole, bare_typed)
WAYS: dict[str, Callable[[int, str], Way]] = {one.__name__: one for one in (*OURS, *BARE)}
