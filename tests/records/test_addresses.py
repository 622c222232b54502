"""An address is one that a mail server takes, or it is refused where it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.records import addresses
from reflect.records.addresses import LONGEST, NotAnAddress


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("noor@example.org", "noor@example.org"),
        ("  Noor.de.Wit+lezen@Example.ORG\n", "noor.de.wit+lezen@example.org"),
        ("noor@bücher.example", "noor@xn--bcher-kva.example"),
        ("o'neil@sub.example.co", "o'neil@sub.example.co"),
    ],
)
def test_an_address_is_read_as_people_write_it(typed, read):
    assert addresses.read(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("", "noor", "@example.org", "noor@", "noor@example", "no or@example.org", "a@b@c.nl"),
        *("noor@example..org", ".noor@example.org", "noor@-a.org", "noor@127.0.0.1", "noor@[::1]"),
        *('"a b"@example.org', "Noor <noor@example.org>", "a@b.nl,c@d.nl", "a@b.nl\r\nBcc: c@d.nl"),
        *("noör@example.org", "noor@straße.de", "noor@\uff45xample.org", "noor@exam\0ple.org"),
        *("=?utf-8?q?eva=40c.nl=2C?=@b.nl", "=?utf-16?b?//4=?=@b.nl", "\u212aees@b.nl"),
        f"{'a' * 65}@example.org",
        f"a@{'b' * 63}.{'c' * 63}.{'d' * 63}.{'e' * 63}.nl",
        "a@" + "ü." * 80 + "nl",
    ],
)
def test_what_no_server_takes_or_what_would_go_to_a_stranger_is_refused(typed):
    with pytest.raises(NotAnAddress):
        addresses.read(typed)


def test_a_label_of_the_readers_own_makes_no_other_mailbox():
    assert addresses.mailbox("noor+lezen+1@example.org") == "noor@example.org"
    assert addresses.mailbox("noor@example.org") == "noor@example.org"


@given(st.text(max_size=300) | st.emails())
def test_what_is_read_is_plain_ascii_and_is_read_again_as_itself(typed):
    try:
        address = addresses.read(typed)
    except NotAnAddress:
        return
    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set(' <>,;:"()[]\\')
    assert address.count("@") == 1
    assert len(address) <= LONGEST
    assert addresses.read(address) == address
