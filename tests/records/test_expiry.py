"""What is past its term goes at night, and nothing else does."""

from datetime import timedelta

import pytest

from reflect.records import (
    attempts,
    devices,
    dispatches,
    expiry,
    goals,
    imports,
    memberships,
    offers,
    organisations,
    outbox,
    people,
    recovery,
    releases,
    responses,
    sessions,
    staff,
    terms,
)
from reflect.records.addresses import Mailbox
from reflect.records.dispatches import Invitation
from reflect.records.outbox import Letter
from reflect.records.terms import Term
from tests.records.making import (
    AT,
    COUNTS,
    DAY,
    MINUTE,
    RULES,
    a_definition,
    a_group,
    a_member,
    a_person,
    first,
    keep,
    recorded,
)

# A deadline that closes; what an operator sees to; whole months, with their chain.
ELSEWHERE = {"EVALUATION", "BACKUP", "AUDIT"}
EVERY = {name: term for name, term in vars(terms).items() if isinstance(term, Term)}
SWEPT = sorted(EVERY.keys() - ELSEWHERE)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def a_trainer(db, ring):
    place = organisations.named(db, "Hogeschool")
    return staff.add(db, ring, "trainer@example.org", "trainer", place)


def count(db, *of):
    """How many there are of these; a sweep changes what the session remembers."""
    db.expire_all()
    return db.query(*of).count()


def a_draft(db, ring):
    me = a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT - DAY)
    keep(db, me, draft.id, {"a1": 1}, AT)
    return lambda _: count(db, responses.Response)


def somebody_who_submitted(db, ring):
    member = a_member(db, ring, first(db, a_group(db, ring)))
    goals.write(db, member.me, member.response_id, (goals.Goal(what="Bellen"), *goals.NONE[1:]))
    left = (people.Person, responses.Response, responses.Frozen, goals.Kept, memberships.Membership)
    return lambda _: min(count(db, table) for table in left)


def pooled(db, ring):
    moment = first(db, a_group(db, ring))
    a_member(db, ring, moment)
    moment.state = "closing"
    drawn = releases.draw(db, ring, moment.id, RULES, AT.date())
    assert recorded(db, moment, drawn)
    return lambda _: count(db, releases.Pool)


def somebody_signed_in(db, ring):
    me = a_person(db, ring)
    sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
    return lambda _: count(db, sessions.Session)


def a_trainer_signed_in(db, ring):
    sessions.begin(db, kind="staff", owner=a_trainer(db, ring).id, at=AT)
    return lambda _: count(db, sessions.Session)


def busy(made):
    """Seen again just before the term ends."""

    def lived(db, ring):
        left = made(db, ring)

        def touched(at):
            db.query(sessions.Session).update({"last_seen": at})
            return left(at)

        return touched

    return lived


def invited(db, ring):
    staff.reset(db, a_trainer(db, ring), AT)
    return lambda _: (
        count(db, staff.Staff.token_hash)
        and (db.query(staff.Staff).filter(staff.Staff.token_hash.is_not(None)).count())
    )


def failed(db, ring):
    attempts.failed(db, ring, {"account": "a@example.org", "address": "192.0.2.1"}, AT)
    return lambda _: count(db, attempts.Attempt)


def signed_in_with(db, ring):
    arrival = devices.Arrival(a_trainer(db, ring).id, "cookie")
    devices.arrive(db, ring, arrival, {"browser": "Firefox"}, AT - DAY)
    return lambda _: count(db, devices.Device)


def uploaded(db, ring):
    imports.stage(db, a_trainer(db, ring).id, "a" * 64, "{}", AT)
    return lambda _: count(db, imports.Staged)


def unproven(db, ring):
    recovery.begin(db, ring, a_person(db, ring), Mailbox("noor@example.org", "nl"), AT)
    return lambda _: count(db, recovery.Recovery)


def unsent(db, ring):
    outbox.put(db, ring, Letter("used", "noor@example.org", "nl"), key="used", at=AT)
    return lambda _: count(db, outbox.Outbox)


def dispatched(db, ring):
    what = Invitation(a_trainer(db, ring).id, "7777-7777", "nl", "page")
    dispatches.send(db, ring, what, ["noor@example.org"], AT)
    return lambda _: count(db, dispatches.Dispatch)


def offered(db, ring):
    group = a_group(db, ring)
    offers.make(db, ring, group, "collega@example.org", AT)
    return lambda _at: offers.address(db, ring, group.id)


KEPT = {
    "DRAFT": a_draft,
    "PERSON": somebody_who_submitted,
    "POOL": pooled,
    "IDLE": somebody_signed_in,
    "SIGNED_IN": busy(somebody_signed_in),
    "STAFF_IDLE": a_trainer_signed_in,
    "STAFF_SIGNED_IN": busy(a_trainer_signed_in),
    "FIRST_PASSWORD": invited,
    "FAILURES": failed,
    "DEVICE": signed_in_with,
    "UPLOAD": uploaded,
    "OFFER": offered,
    "MAIL_SECRET": unproven,
    "LETTER": unsent,
    "DISPATCH": dispatched,
}


@pytest.mark.parametrize("name", SWEPT)
def test_what_is_kept_is_there_before_its_term_and_gone_after(db, ring, name):
    left, term = KEPT[name](db, ring), EVERY[name].length
    step = DAY if term > DAY else MINUTE

    for at in (AT + step, AT + term - step):
        assert left(at), name
        expiry.sweep(db, at)
        assert left(at), name

    expiry.sweep(db, AT + term + step)
    assert not left(AT + term + step), name


def test_a_term_that_is_told_is_the_one_that_is_counted():
    assert (terms.PERSON.length, terms.POOL.length) == (730 * DAY, 365 * DAY)
    assert terms.UPLOAD.length == imports.TERM
    assert max(window for _, window in attempts.LIMITS.values()) == terms.FAILURES.length
    assert terms.IDLE.length == timedelta(minutes=30)


def test_whoever_came_joined_or_reflected_since_stays(db, ring):
    group = a_group(db, ring)
    silent, joined, active = (a_person(db, ring) for _ in range(3))
    later = AT + 600 * DAY
    memberships.join(db, joined.person_id, group.id, COUNTS, later)
    draft = responses.start_alone(db, active, a_definition(db), "after", AT)
    keep(db, active, draft.id, {"a1": 1}, AT + 700 * DAY)
    left = db.query(people.Person)

    expiry.sweep(db, AT + 731 * DAY)
    assert {row.id for row in left} == {joined.person_id, active.person_id}
    assert silent.person_id

    expiry.sweep(db, later + 731 * DAY)
    assert list(left) == []
