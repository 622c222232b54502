"""A mail reaches a real server over TLS, and what else comes of it is told without an address."""

import socket
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from reflect.post import Postman, Server
from tests.post.sink import HERE, PASSWORD, USER, certificate, listening

TO = "noor@example.org"


def a_mail(to=TO) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = "reflect@example.nl", to, "Er staat iets klaar"
    mail.set_content("Hallo")
    return mail


@pytest.fixture
def trusted(tmp_path, monkeypatch):
    """A certificate that this machine trusts."""
    file = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_mail_goes_over_tls_and_after_signing_in(trusted, security):
    with (
        listening(security, trusted) as (sink, port),
        Postman(Server(HERE, port, security, USER, PASSWORD)) as postman,
    ):
        assert postman.deliver(a_mail()).state == "sent"
        assert postman.deliver(a_mail("ander@example.org")).state == "sent"
    assert [one.rcpt_tos for one in sink.envelopes] == [[TO], ["ander@example.org"]]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_that_nobody_vouches_for_gets_no_mail_and_no_password(tmp_path, security):
    with (
        listening(security, certificate(tmp_path)) as (sink, port),
        Postman(Server(HERE, port, security, USER, PASSWORD)) as postman,
    ):
        outcome = postman.deliver(a_mail())
    assert (outcome.state, sink.envelopes) == ("down", [])
    assert "CERTIFICATE_VERIFY_FAILED" in outcome.why


def test_where_tls_was_wished_nothing_goes_without_it():
    with listening() as (sink, port), Postman(Server(HERE, port, "starttls")) as postman:
        outcome = postman.deliver(a_mail())
    assert (outcome.state, sink.envelopes) == ("down", [])
    assert "STARTTLS" in outcome.why


def test_a_wrong_password_is_no_fault_of_the_mail(trusted):
    with (
        listening("starttls", trusted) as (_, port),
        Postman(Server(HERE, port, "starttls", USER, "fout")) as postman,
    ):
        outcome = postman.deliver(a_mail())
    assert (outcome.state, outcome.why) == ("down", "SMTPAuthenticationError, reply 535")


@pytest.mark.parametrize(
    ("reply", "state"),
    [("450 later", "later"), ("550 nobody here", "refused"), ("421 bye", "later")],
)
@pytest.mark.parametrize("when", ["rcpt", "data"])
def test_a_reply_says_whether_to_try_again_and_the_next_mail_still_goes(when, reply, state):
    with listening() as (sink, port), Postman(Server(HERE, port, "none")) as postman:
        setattr(sink, when, f"{reply} {TO}")
        outcome = postman.deliver(a_mail())
        setattr(sink, when, "250 OK")
        assert postman.deliver(a_mail()).state == "sent"
    assert (outcome.state, outcome.why) == (state, f"reply {reply[:3]}")


def test_a_sender_that_is_refused_is_a_fault_of_the_settings():
    with listening() as (sink, port), Postman(Server(HERE, port, "none")) as postman:
        sink.sender = "550 not yours"
        outcome = postman.deliver(a_mail())
    assert (outcome.state, outcome.why) == ("down", "SMTPSenderRefused, reply 550")


def test_a_server_that_is_not_there_is_down():
    with socket.create_server((HERE, 0)) as taken:
        port = taken.getsockname()[1]
    with Postman(Server(HERE, port, "none")) as postman:
        outcome = postman.deliver(a_mail())
    assert outcome.state == "down"
    assert outcome.why.startswith("ConnectionRefusedError")


def test_many_mails_need_one_connection():
    with listening() as (sink, port):
        with Postman(Server(HERE, port, "none")) as postman:
            for _ in range(3):
                postman.deliver(a_mail())
        assert (len(sink.mails), sink.connections) == (3, 1)
