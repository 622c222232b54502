"""Whatever people paste is read: each address once, each fault with its line and its reason."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reflect.records import addresses
from reflect.records.pasted import Pasted, pasted

NOOR, SAM = "noor@example.nl", "sam@example.nl"

ADDRESS = st.builds("{}@{}.nl".format, *[st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)] * 2)
NAMED = (
    "{}",
    "  {} ",
    "Noor <{}>",
    '"Jansen, Noor" <{}>',
    "Jansen, Noor <{}>",
    "mailto:{}?subject=x",
)
COPIED = (
    "<{}>",
    "{0}<mailto:{0}>",
    "'{}'",
    "- {}",
    "2. {}.",
    "\ufeff{}\u00a0",
    "N. Jansen\t{}\t12",
)
WAYS = st.sampled_from(NAMED + COPIED)
BETWEEN = st.sampled_from([";", " ; ", "\n", "\r\n\r\n", "\r"])


@settings(max_examples=40)
@given(st.lists(st.tuples(ADDRESS, WAYS, BETWEEN), min_size=1, max_size=8))
def test_addresses_are_read_however_they_are_written(people):
    text = "".join(way.format(one) + between for one, way, between in people)
    every = [one for one, _, _ in people]
    once = tuple(dict.fromkeys(every))

    assert pasted(text) == Pasted(once, (), len(every) - len(once))


@given(st.text(alphabet=st.sampled_from(" \t\n,;<>\"'@.:ab-é\u200b")) | st.text())
@example("a@b.nl Noor <noor@b.nl>")
@example("<a@b.nl> x@y")
def test_nothing_with_an_at_is_passed_over(text):
    read = pasted(text)

    assert read.wrong or read.addresses or "@" not in text
    assert all(addresses.read(one) == one for one in read.addresses)
    assert all(1 <= one.line <= len(text.splitlines()) + 1 for one in read.wrong)
    if not any(sign in text for sign in '<>"?:'):
        told = len(read.addresses) + read.doubles + len(read.wrong)
        assert told >= sum("@" in part for part in text.replace(";", ",").split(","))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("noor.example.nl", "at_missing"),
        ("noor", "at_missing"),
        ("noor@@example.nl", "at_twice"),
        ("piet@example.nl Noor <noor@example.nl>", "at_twice"),
        ("noor @example.nl", "space"),
        ("noor jansen@example.nl", "space"),
        ("@example.nl", "before"),
        ("noër@example.nl", "before"),
        ("noor@example", "after"),
        ("noor@", "after"),
    ],
)
def test_what_is_no_address_is_told_with_its_line_and_why(typed, reason):
    read = pasted(f"{NOOR}\n\n{typed}\n{SAM}")

    assert [(one.line, one.text, one.reason) for one in read.wrong] == [(3, typed, reason)]
    assert read.addresses == (NOOR, SAM)


def test_one_spelling_is_one_address():
    assert pasted(f"{NOOR}, Noor@EXAMPLE.nl;{NOOR}") == Pasted((NOOR,), (), 2)


def test_a_mistyped_address_is_not_taken_for_a_name():
    read = pasted(f"pietexample.nl, Noor <{NOOR}>\nsamexample.nl\t{SAM}\nJan, Jansen, Ans <{SAM}>")

    assert [(one.line, one.text) for one in read.wrong] == [
        (1, "pietexample.nl"),
        (2, "samexample.nl"),
        (3, "Jan"),
    ]
