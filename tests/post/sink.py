"""A real mail server for tests: it takes mails, or answers as it is told; with TLS or without."""

import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

USER, PASSWORD = "reflect", "een wachtwoord"
HERE = "127.0.0.1"


@dataclass
class Sink:
    """What arrived, and what is answered to each recipient and to each mail."""

    sender: str = "250 OK"
    rcpt: str = "250 OK"
    data: str = "250 OK"
    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    connections: int = 0

    async def handle_EHLO(self, _server, session, _envelope, hostname, responses):  # noqa: N802 - aiosmtpd's
        session.host_name = hostname
        self.connections += session.ssl is None
        return responses

    async def handle_MAIL(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's
        envelope.mail_from = address
        return self.sender

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's
        envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's
        if self.data.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=default))
            self.envelopes.append(envelope)
        return self.data


class Door(Controller):
    """An aiosmtpd that speaks TLS from the first byte, after STARTTLS, or not at all."""

    def __init__(self, sink: Sink, starttls: ssl.SSLContext | None, **words):
        self.starttls = starttls
        super().__init__(sink, hostname=HERE, port=0, **words)

    def factory(self) -> SMTP:
        def is_known(_server, _session, _envelope, _mechanism, told) -> AuthResult:
            right = (told.login, told.password) == (USER.encode(), PASSWORD.encode())
            return AuthResult(success=right, handled=False)  # or nothing is answered

        return SMTP(
            self.handler,
            tls_context=self.starttls,
            require_starttls=self.starttls is not None,
            authenticator=is_known,
            auth_require_tls=self.starttls is not None,
        )

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]  # the one that was free
        super()._trigger_server()


@contextmanager
def listening(security="none", certificate=None):
    """(sink, port) of a mail server, for as long as it is wanted."""
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    sink = Sink()
    starttls = context if security == "starttls" else None
    door = Door(sink, starttls, ssl_context=context if security == "tls" else None)
    door.start()
    try:
        yield sink, door.port
    finally:
        door.stop()


def certificate(folder, name=HERE):
    """A certificate of this machine that nobody signed but itself, with its key; the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")])
    today = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))]), False)  # noqa: FBT003 - as it is called
        .sign(key, SHA256())
    )
    file = folder / "mail.pem"
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(plain + signed.public_bytes(Encoding.PEM))
    return file
