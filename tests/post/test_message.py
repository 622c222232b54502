"""A mail says that there is something to fill in, and nothing more; and nobody can bend it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.language import LANGUAGES, language
from reflect.post import Letter, message
from reflect.records import addresses
from reflect.records.addresses import NotAnAddress

AT = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)
SITE = "https://reflect.example"
KINDS = ("opening", "shortly", "invite", "confirm", "found", "unknown", "used", "off")
WORLD = {"sender": "reflect@example.nl", "site": SITE, "at": AT}


def a_letter(kind="opening", to="noor@example.org", spoken="nl", **more):
    return Letter("outbox-row", kind, to, spoken, **more)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_mail_is_plain_text_in_ones_own_language(kind, spoken):
    mail = message(a_letter(kind, spoken=spoken), **WORLD)

    assert mail["Subject"] == language(spoken)(f"post.{kind}_subject")
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().startswith(("Hallo,", "Hello,")[spoken == "en"])
    assert "{" not in mail.get_content()
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_mail_is_the_same_mail_at_every_try():
    assert message(a_letter(), **WORLD)["Message-ID"] == "<outbox-row@example.nl>"


def test_a_reminder_can_be_stopped_from_the_mail_itself():
    mail = message(a_letter(stop="token"), **WORLD)

    assert mail["List-Unsubscribe"] == f"<{SITE}/mail/stop/token>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"{SITE}/mail/stop/token" in mail.get_content()


def test_only_a_reminder_has_something_to_stop():
    mail = message(a_letter("found", tokens=("a", "b")), **WORLD)

    assert "List-Unsubscribe" not in mail
    assert f"{SITE}/account/recover/a\n{SITE}/account/recover/b" in mail.get_content()


ENCODED = r"=\?(utf-8|utf-16|x)\?[qb]\?[a-zA-Z0-9=/+_]*\?=@[a-z]+\.nl"


@given(
    st.text()
    | st.from_regex(r"[a-z]+@[a-z]+\.nl[\r\n]+Bcc: .+", fullmatch=True)
    | st.from_regex(ENCODED, fullmatch=True)
    | st.from_regex(addresses.LOCAL, fullmatch=True).map("{}@example.org".format)
)
def test_no_address_adds_a_header_or_a_recipient(typed):
    try:
        to = addresses.read(typed)
    except NotAnAddress:
        return
    mail = message(a_letter(to=to), **WORLD)

    assert [one.addr_spec for one in mail["To"].addresses] == [to]
    head = mail.as_bytes().partition(b"\r\n\r\n")[0].decode()
    names = [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith(" ")]
    assert len(names) == len(set(names)) == 9, names


@pytest.mark.parametrize("to", ["a@b.nl\r\nBcc: c@d.nl", "a@b.nl\nX: y"])
def test_an_address_that_would_break_out_makes_no_mail(to):
    with pytest.raises(ValueError, match=r"[Hh]eader"):
        message(a_letter(to=to), **WORLD)
