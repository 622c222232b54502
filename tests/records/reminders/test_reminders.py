"""Reminders: at most two about a moment, only to who wished them and has not submitted."""

from datetime import timedelta

import pytest

from reflect.records import groups, memberships, outbox, people, reminders, responses
from reflect.records.addresses import Mailbox
from reflect.records.groups.tables import CLOSED
from reflect.records.outbox import Outbox
from reflect.records.people import Person
from reflect.records.reminders import Contact, Wish
from reflect.records.responses import Submission
from tests.records.making import AT, COUNTS, DAY, a_group, a_member, a_person, first

NOOR = Mailbox("noor@example.org", "nl")
LAST = (AT + 10 * DAY).date()  # of the open moment


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def group(db, ring):
    """Two moments: one is open until LAST, the other planned, with the same last day."""
    return a_group(db, ring, deadline=LAST)


def reminded(db, ring, group, box=NOOR, at=AT):
    """Somebody who joined and wishes reminders."""
    me = a_person(db, ring)
    memberships.join(db, me.person_id, group.id, COUNTS, at)
    reminders.remember(db, ring, me, box)
    reminders.follow(db, me, at)
    return me


def mailed(db, ring, at):
    """What goes at that time: (what, to whom)."""
    assert reminders.enqueue(db, ring, at) == []
    gone = []
    while claimed := outbox.claim(db, ring, at):
        gone.append((claimed.letter.kind, claimed.letter.to))
        outbox.done(db, claimed.id)
    return gone


def open_second(db, group, at, last=None):
    one, two = groups.moments(db, group.id)
    one.state, two.deadline = CLOSED, last
    groups.open_next(db, group, at)
    return two


def submit(db, ring, me, moment, at=AT):
    response = responses.start(db, me, moment.id, at)
    responses.submit(db, ring, me, Submission(response.id, 0, {}, None), at)
    reminders.done(db, ring, me, response.id)


def test_the_moment_that_is_open_at_joining_is_only_recalled_before_it_closes(db, ring, group):
    reminded(db, ring, group)

    days = {n: mailed(db, ring, AT + n * DAY) for n in range(12)}

    assert {n: mails for n, mails in days.items() if mails} == {7: [("shortly", NOOR.email)]}


def test_a_moment_that_opens_gives_two_mails_and_never_a_third(db, ring, group):
    reminded(db, ring, group)
    open_second(db, group, AT, last=(AT + 20 * DAY).date())

    days = [(n, *mail) for n in range(30) for mail in mailed(db, ring, AT + n * DAY)]

    assert days == [(0, "opening", NOOR.email), (17, "shortly", NOOR.email)]


def test_a_moment_that_opens_shortly_before_it_closes_gives_one_mail(db, ring, group):
    reminded(db, ring, group)
    open_second(db, group, AT, last=(AT + 2 * DAY).date())

    assert [kind for n in range(5) for kind, _ in mailed(db, ring, AT + n * DAY)] == ["opening"]


def test_a_moment_without_a_last_day_is_told_once(db, ring, group):
    reminded(db, ring, group)
    open_second(db, group, AT)

    assert [kind for n in range(5) for kind, _ in mailed(db, ring, AT + n * DAY)] == ["opening"]
    assert db.query(Contact).count() == 0  # nothing is left to remind of


def test_who_has_submitted_hears_nothing_of_that_moment_any_more(db, ring, group):
    me = reminded(db, ring, group)
    submit(db, ring, me, first(db, group))

    assert mailed(db, ring, AT + 8 * DAY) == []
    open_second(db, group, AT + 8 * DAY)
    assert mailed(db, ring, AT + 8 * DAY) == [("opening", NOOR.email)]


def test_a_reminder_that_waits_is_not_sent_to_who_submits_meanwhile(db, ring, group):
    me = reminded(db, ring, group)
    reminders.enqueue(db, ring, AT + 8 * DAY)
    submit(db, ring, me, first(db, group), AT + 8 * DAY)

    assert mailed(db, ring, AT + 8 * DAY) == []


def test_who_came_back_as_somebody_new_is_not_reminded_of_what_the_other_left(db, ring, group):
    reminded(db, ring, group)  # the code is lost
    again = reminded(db, ring, group)
    submit(db, ring, again, first(db, group))

    assert mailed(db, ring, AT + 8 * DAY) == []


def test_an_address_given_twice_gets_each_mail_once(db, ring, group):
    for _ in range(3):
        reminded(db, ring, group)

    assert mailed(db, ring, AT + 8 * DAY) == [("shortly", NOOR.email)]


def test_who_opts_in_late_or_again_gets_no_more_mails_for_it(db, ring, group):
    me = reminded(db, ring, group)
    assert len(mailed(db, ring, AT + 7 * DAY)) == 1
    for n in range(7, 10):
        reminders.remember(db, ring, me, NOOR)
        reminders.follow(db, me, AT + n * DAY)
        assert mailed(db, ring, AT + n * DAY) == []


def test_wishing_twice_is_wishing_once_and_a_new_group_comes_along(db, ring, group):
    me = reminded(db, ring, group)
    reminders.follow(db, me, AT)
    assert db.query(Wish).count() == 2

    other = a_group(db, ring, phases=("after",), deadline=LAST)
    memberships.join(db, me.person_id, other.id, COUNTS, AT)
    reminders.follow(db, me, AT)
    assert db.query(Wish).count() == 3
    reminders.leave(db, ring, me, other.id)
    assert db.query(Wish).count() == 2


def test_who_wished_nothing_has_nothing_to_undo(db, ring, group):
    member = a_member(db, ring, first(db, group))
    reminders.done(db, ring, member.me, member.response_id)
    reminders.leave(db, ring, member.me, group.id)
    reminders.follow(db, member.me, AT)
    reminders.forget(db, member.me)
    assert reminders.of(db, ring, member.me) is None
    assert mailed(db, ring, AT + 8 * DAY) == []


def test_a_response_of_ones_own_undoes_no_wish(db, ring, group):
    me = reminded(db, ring, group)
    alone = responses.start_alone(db, me, group.fingerprint, "after", AT)
    reminders.done(db, ring, me, alone.id)
    assert db.query(Wish).count() == 2


def test_the_link_in_a_mail_stops_all_that_goes_to_that_address_even_what_waits(db, ring, group):
    me = reminded(db, ring, group)
    reminded(db, ring, group)  # the same address
    other = reminded(db, ring, group, Mailbox("ander@example.org", "en"))
    reminders.enqueue(db, ring, AT + 8 * DAY)
    token = reminders.of(db, ring, me).stop

    assert reminders.may_stop(db, token)
    reminders.stop(db, ring, token)
    reminders.stop(db, ring, token)

    assert not reminders.may_stop(db, token)
    assert reminders.of(db, ring, me) is None
    assert reminders.of(db, ring, other).email == "ander@example.org"
    assert mailed(db, ring, AT + 8 * DAY) == [("shortly", "ander@example.org")]


def test_another_address_takes_the_place_of_the_one_before(db, ring, group):
    me = reminded(db, ring, group)
    reminders.remember(db, ring, me, Mailbox("nieuw@example.org", "en"))
    reminders.follow(db, me, AT)

    assert mailed(db, ring, AT + 8 * DAY) == [("shortly", "nieuw@example.org")]


def test_an_address_goes_when_the_last_moment_of_its_group_closes(db, ring, group):
    reminded(db, ring, group)
    for moment in groups.moments(db, group.id):
        moment.state = CLOSED

    reminders.sweep(db)

    assert (db.query(Wish).count(), db.query(Contact).count()) == (0, 0)


def test_no_address_is_asked_for_where_there_is_nothing_to_remind_of(db, ring):
    only_now = a_group(db, ring, phases=("after",))
    me = a_person(db, ring)
    memberships.join(db, me.person_id, only_now.id, COUNTS, AT)
    assert not reminders.in_sight(db, me, AT)
    assert not reminders.possible(groups.moments(db, only_now.id), AT)
    reminders.remember(db, ring, me, NOOR)
    reminders.follow(db, me, AT)
    assert db.query(Wish).count() == 0


def test_an_address_that_does_not_open_is_told_and_keeps_nobody_waiting(db, ring, group):
    reminded(db, ring, group, Mailbox("stuk@example.org", "nl"))
    broken = db.query(Contact).one()
    broken.sealed = broken.sealed[:-1] + bytes([broken.sealed[-1] ^ 1])
    reminded(db, ring, group)

    (trouble,) = reminders.enqueue(db, ring, AT + 8 * DAY)

    assert "a reminder cannot be sent" in trouble
    assert outbox.claim(db, ring, AT + 8 * DAY).letter.to == NOOR.email


def test_a_letter_lapses_with_the_moment_it_is_about(db, ring, group):
    reminded(db, ring, group)
    reminders.enqueue(db, ring, AT + 8 * DAY)
    assert outbox.claim(db, ring, AT + 11 * DAY) is None
    assert db.query(Outbox).count() == 0


def test_nothing_in_the_tables_tells_who_wished_and_who_did_not(db, ring, group):
    with_wish = reminded(db, ring, group)
    without = a_person(db, ring)
    gone = reminded(db, ring, group, Mailbox("weg@example.org", "nl"))
    reminders.forget(db, gone)
    rows = {row.id: row for row in db.query(Person)}

    sizes = {len(rows[one.person_id].sealed_contact) for one in (with_wish, without, gone)}

    assert len(sizes) == 1
    assert people.contact(db, with_wish) == db.query(Contact).one().id
    assert people.contact(db, without) == people.contact(db, gone) == ""


def test_a_person_of_before_there_were_reminders_has_none(db, ring):
    me = a_person(db, ring)
    db.query(Person).update({"sealed_contact": None})
    assert people.contact(db, me) == ""
    assert timedelta(days=3) == reminders.BEFORE
