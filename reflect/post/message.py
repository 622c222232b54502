"""What a mail says: words and links, and never a name, a group, a question or an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from reflect.language import language

STOP = "/mail/stop/"
RECOVER = "/account/recover/"


@dataclass(frozen=True)
class Letter:
    """A mail before it is words."""

    id: str  # opaque, and the same at every try, so that a mail sent twice is known as one
    kind: str  # opening, shortly, invite, confirm, found, unknown, used, off
    to: str = field(repr=False)
    language: str
    code: str = field(default="", repr=False)  # of a group, or what proves that a mailbox is read
    tokens: Sequence[str] = field(default=(), repr=False)  # each opens a way back in
    stop: str = field(default="", repr=False)  # the token that ends reminders


def message(letter: Letter, *, sender: str, site: str, at: datetime) -> EmailMessage:
    """The mail: plain text. ValueError when an address would break out of its header.

    sender: an address; site: where people find the app, without a slash at its end.
    """
    t = language(letter.language)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address("Reflect", addr_spec=sender)
    mail["To"] = letter.to
    mail["Subject"] = t(f"post.{letter.kind}_subject")
    mail["Date"] = at
    mail["Message-ID"] = f"<{letter.id}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    links = "\n".join(f"{site}{RECOVER}{token}" for token in letter.tokens)
    words = t(f"post.{letter.kind}_body", site=site, links=links, code=letter.code)
    if letter.stop:
        address = f"{site}{STOP}{letter.stop}"
        mail["List-Unsubscribe"] = f"<{address}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        words += "\n\n" + t("post.stop", address=address)
    mail.set_content(words + "\n")
    return mail
