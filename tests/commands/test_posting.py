"""`reflect work` brings the mail: over a real server, which may be down, refuse, or be killed."""

import socket
import sys
from datetime import UTC, datetime, timedelta

import pytest

from reflect.commands import main, work
from reflect.post import Postman
from reflect.records import memberships, outbox, recovery, reminders
from reflect.records.addresses import Mailbox
from reflect.records.outbox import LEASE, Letter, Outbox
from reflect.records.reminders import due
from tests.post.sink import HERE, listening
from tests.records.making import COUNTS, a_group, a_person

CANARY = "kanarie@example.org"
START = datetime.now(UTC)


@pytest.fixture
def clock(monkeypatch):
    """The time of the command, to be moved by hand."""

    class Clock:
        at = START

    monkeypatch.setattr(work, "now", lambda: Clock.at)
    return Clock


@pytest.fixture
def server(sqlite, tmp_path, monkeypatch, clock):
    """An instance that sends its mail to a server of this machine."""
    assert sqlite
    assert clock.at == START
    with listening() as (sink, port):
        settings = {"INSTANCE": tmp_path, "MAIL_HOST": HERE, "MAIL_PORT": port}
        settings |= {"MAIL_SECURITY": "none", "MAIL_SENDER": "reflect@example.nl"}
        for name, value in settings.items():
            monkeypatch.setenv(f"REFLECT_{name}", str(value))
        yield sink


def put(sqlite, ring, count=1):
    with sqlite.writing() as db:
        for number in range(count):
            outbox.put(db, ring, Letter("used", CANARY, "nl"), key=str(number), at=START)
        db.commit()


def waiting(sqlite):
    with sqlite.reading() as db:
        return [row.tries for row in db.query(Outbox)]


def test_a_reminder_goes_the_night_it_is_due(server, sqlite, ring, clock, capsys):
    with sqlite.writing() as db:
        group = a_group(db, ring, deadline=START.date() + timedelta(days=5))
        me = a_person(db, ring)
        memberships.join(db, me.person_id, group.id, COUNTS, START)
        reminders.remember(db, ring, me, Mailbox(CANARY, "nl"))
        reminders.follow(db, me, START - timedelta(days=9))
        db.commit()

    assert main(["work"]) == 0
    assert "Mails sent: 0." in capsys.readouterr().out
    clock.at += timedelta(days=3)
    assert main(["work"]) == 0

    assert "Mails sent: 1." in capsys.readouterr().out
    assert [mail["To"] for mail in server.mails] == [CANARY]
    assert waiting(sqlite) == []


def test_many_reminders_go_in_portions_and_in_one_night(server, sqlite, ring, clock, monkeypatch):
    monkeypatch.setattr(due, "PORTION", 1)
    with sqlite.writing() as db:
        group = a_group(db, ring, deadline=START.date() + timedelta(days=5))
        for number in range(5):
            me = a_person(db, ring)
            memberships.join(db, me.person_id, group.id, COUNTS, START)
            reminders.remember(db, ring, me, Mailbox(f"noor{number % 3}@example.org", "nl"))
            reminders.follow(db, me, START)
        db.commit()
    clock.at += timedelta(days=3)
    assert main(["work"]) == 0
    assert len({mail["To"] for mail in server.mails}) == len(server.mails) == 3


def test_mail_alone_can_be_brought_every_minute_and_says_nothing_when_there_is_none(
    server, sqlite, ring, capsys
):
    assert main(["work", "--mail"]) == 0
    assert capsys.readouterr() == ("", "")
    put(sqlite, ring, 3)
    assert main(["work", "--mail"]) == 0
    assert capsys.readouterr() == ("Mails sent: 3.\n", "")
    assert len({mail["Message-ID"] for mail in server.mails}) == 3
    assert server.connections == 1


def test_who_asks_for_a_lost_code_is_answered(server, sqlite, ring):
    with sqlite.writing() as db:
        recovery.ask(db, ring, Mailbox(CANARY, "nl"), START)
        db.commit()
    assert main(["work", "--mail"]) == 0
    assert server.mails[0]["Subject"] == "Herstel via e-mail staat niet aan"


def test_while_the_server_is_down_letters_wait_and_go_later(
    server, sqlite, ring, monkeypatch, capsys
):
    put(sqlite, ring, 2)
    up = work.read_config().mail_port
    with socket.create_server((HERE, 0)) as taken:
        monkeypatch.setenv("REFLECT_MAIL_PORT", str(taken.getsockname()[1]))
    assert main(["work", "--mail"]) == 1
    told = capsys.readouterr().err
    assert "the mail server does not do what it should: ConnectionRefusedError" in told
    assert CANARY not in told
    assert sorted(waiting(sqlite)) == [0, 1]  # one try was enough to know

    monkeypatch.setenv("REFLECT_MAIL_PORT", str(up))
    assert main(["work", "--mail"]) == 0
    monkeypatch.setattr(work, "now", lambda: START + timedelta(minutes=2))
    assert main(["work", "--mail"]) == 0
    assert len(server.mails) == 2


def test_not_now_is_tried_again_and_never_is_given_up_and_told(server, sqlite, ring, clock, capsys):
    put(sqlite, ring)
    server.rcpt = f"450 {CANARY} is busy"
    assert main(["work", "--mail"]) == 0
    assert waiting(sqlite) == [1]
    clock.at += timedelta(minutes=1)
    server.rcpt = f"550 {CANARY} is nobody"
    assert main(["work", "--mail"]) == 1
    told = capsys.readouterr().err
    assert told == "reflect: a letter was given up: reply 550\n"
    assert waiting(sqlite) == []


def test_a_letter_that_never_goes_is_given_up_at_last_and_told(server, sqlite, ring, clock, capsys):
    put(sqlite, ring)
    server.rcpt = "450 busy"
    while main(["work", "--mail"]) == 0:
        clock.at += timedelta(days=1)
        assert clock.at < START + timedelta(days=30)
    assert "a letter was given up: reply 450" in capsys.readouterr().err
    assert waiting(sqlite) == []


def test_killed_between_the_servers_yes_and_ours_it_is_the_same_mail_that_comes_twice(
    server, sqlite, ring, clock, monkeypatch
):
    put(sqlite, ring)
    real = outbox.done
    with monkeypatch.context() as killed:
        killed.setattr(outbox, "done", lambda *_: sys.exit("killed"))
        with pytest.raises(SystemExit, match="killed"):
            main(["work", "--mail"])
    assert outbox.done is real
    assert main(["work", "--mail"]) == 0  # it is still leased
    assert len(server.mails) == 1
    clock.at += LEASE
    assert main(["work", "--mail"]) == 0
    clock.at += LEASE
    assert main(["work", "--mail"]) == 0
    one, two = server.mails
    assert one["Message-ID"] == two["Message-ID"]


def test_a_letter_that_does_not_open_is_told_and_the_others_go(server, sqlite, ring, capsys):
    put(sqlite, ring, 2)
    with sqlite.writing() as db:
        row = db.query(Outbox).first()
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
        db.commit()
    assert main(["work", "--mail"]) == 1
    assert "a letter cannot be sent" in capsys.readouterr().err
    assert len(server.mails) == 1


def test_on_a_terminal_progress_is_shown(server, sqlite, ring, capsys, monkeypatch):
    put(sqlite, ring, 4)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["work", "--mail"]) == 0
    assert "4 of 4" in capsys.readouterr().err
    assert len(server.mails) == 4


def test_without_a_mail_server_nothing_is_even_tried(sqlite, ring, tmp_path, monkeypatch, capsys):
    put(sqlite, ring)
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setattr(Postman, "deliver", lambda *_: pytest.fail("there is no server"))
    assert main(["work"]) == 0
    assert "Mails" not in capsys.readouterr().out
    assert waiting(sqlite) == [0]


def test_no_address_is_readable_on_the_disk_before_or_after(server, sqlite, ring, tmp_path):
    put(sqlite, ring)

    def disk():
        return b"".join(file.read_bytes() for file in tmp_path.glob("reflect.db*"))

    assert CANARY.encode() not in disk()
    with sqlite.reading() as db:
        sealed = db.query(Outbox).one().sealed
    assert sealed in disk()
    assert main(["work", "--mail"]) == 0
    assert len(server.mails) == 1
    assert CANARY.encode() not in disk()
    assert sealed not in disk()
