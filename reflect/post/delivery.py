"""From a mail to the mail server: over TLS, and with a plain word for whatever came of it."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from types import TracebackType
from typing import Literal, Self

PATIENCE = 20  # seconds for each answer of the server
CLOSING = 421  # the server says goodbye with this one
REFUSED_FOR_GOOD = 500  # from here on a reply is an answer for ever (RFC 5321, 4.2.1)


@dataclass(frozen=True)
class Server:
    """A mail server, and how to speak with it."""

    host: str
    port: int
    security: str  # starttls, tls, none
    user: str = ""
    password: str = field(default="", repr=False)

    def connect(self) -> smtplib.SMTP:
        """A connection, encrypted and signed in as wished. OSError, SMTPException among them."""
        name = "localhost"  # of our own machine: nobody's business
        if self.security == "tls":
            trusted = ssl.create_default_context()
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, name, timeout=PATIENCE, context=trusted
            )
        else:
            smtp = smtplib.SMTP(self.host, self.port, name, timeout=PATIENCE)
        try:
            if self.security == "starttls":
                smtp.starttls(context=ssl.create_default_context())
            if self.user:
                smtp.login(self.user, self.password)
        except OSError:
            smtp.close()
            raise
        return smtp


@dataclass(frozen=True)
class Outcome:
    """What became of a mail; `why` names no address, for servers like to repeat those."""

    state: Literal["sent", "later", "refused", "down"]
    why: str = ""


class Postman:
    """Takes mails to the server, one after another over one connection."""

    def __init__(self, server: Server) -> None:
        """Nothing is opened before the first mail."""
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Here he is."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say goodbye to the server, if it still listens."""
        if self._smtp is not None:
            with suppress(OSError):
                self._smtp.quit()

    def deliver(self, mail: EmailMessage) -> Outcome:
        """Hand over a mail: sent; or later, refused for good, or down: the server itself fails."""
        try:
            self._smtp = self._smtp or self._server.connect()
            self._smtp.send_message(mail)
        except smtplib.SMTPRecipientsRefused as fault:
            return self._replied(next(code for code, _ in fault.recipients.values()))
        except smtplib.SMTPDataError as fault:
            return self._replied(fault.smtp_code)
        except OSError as fault:
            self._let_go()
            return Outcome("down", _why(fault))
        return Outcome("sent")

    def _replied(self, code: int) -> Outcome:
        if code == CLOSING:
            self._let_go()
        return Outcome("refused" if code >= REFUSED_FOR_GOOD else "later", f"reply {code}")

    def _let_go(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None


def trouble(server: Server) -> str:
    """Why a server does not let us in; empty when it does. Nothing is sent."""
    try:
        with server.connect():
            return ""
    except OSError as fault:
        return _why(fault)


def _why(fault: OSError) -> str:
    if isinstance(fault, smtplib.SMTPResponseException):
        return f"{type(fault).__name__}, reply {fault.smtp_code}"
    return f"{type(fault).__name__}: {fault}"
