"""Two machines work at night at the same time: each moment is told once, each letter goes once."""

from datetime import UTC, datetime, timedelta

import pytest

from reflect.commands import main
from reflect.records import memberships, outbox, releases, reminders
from reflect.records.addresses import Mailbox
from reflect.records.outbox import Letter, Outbox
from reflect.records.releases import Release
from tests.commands.test_work import a_due_group
from tests.journeys.serving import address
from tests.post.sink import HERE, listening
from tests.records.making import COUNTS, a_group, a_person
from tests.records.processes import at_once

NOW = datetime.now(UTC)
MOMENTS, LETTERS, REMINDERS = 2, 12, 4


@pytest.fixture
def sink(postgres, tmp_path, monkeypatch):
    """A mail server of this machine, for an instance on PostgreSQL."""
    with listening() as (sink, port):
        settings = {"INSTANCE": tmp_path, "DATABASE_URL": address(postgres), "MAIL_HOST": HERE}
        settings |= {"MAIL_PORT": port, "MAIL_SECURITY": "none", "MAIL_SENDER": "r@example.nl"}
        for name, value in settings.items():
            monkeypatch.setenv(f"REFLECT_{name}", str(value))
        yield sink


def remind(db, ring, number):
    """Somebody whose group has two days left, and who wished to be told."""
    group = a_group(db, ring, deadline=NOW.date() + timedelta(days=2))
    me = a_person(db, ring)
    memberships.join(db, me.person_id, group.id, COUNTS, NOW)
    reminders.remember(db, ring, me, Mailbox(f"noor{number}@example.org", "nl"))
    reminders.follow(db, me, NOW - timedelta(days=9))


def test_two_nights_at_once_tell_and_mail_everything_once(sink, postgres, ring):
    with postgres.writing() as db:
        moments = [a_due_group(db, ring, people=6).id for _ in range(MOMENTS)]
        for number in range(LETTERS):
            letter = Letter("used", f"lin{number}@example.org", "nl")
            outbox.put(db, ring, letter, key=str(number), at=NOW)
        for number in range(REMINDERS):
            remind(db, ring, number)
        db.commit()
    postgres.close()

    assert at_once(main, (["work"],), (["work"],)) == [0, 0]

    to = [mail["To"] for mail in sink.mails]
    assert len(to) == len(set(to)) == LETTERS + REMINDERS
    with postgres.reading() as db:
        assert db.query(Outbox).count() == 0
        assert db.query(Release).filter_by(kind="moment").count() == MOMENTS
        assert all(releases.of_moment(db, moment) for moment in moments)
