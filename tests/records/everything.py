"""A database in which every table that is sealed has rows, and what was typed to find them."""

from dataclasses import dataclass

from reflect.records import (
    devices,
    evaluations,
    factors,
    goals,
    groups,
    offers,
    outbox,
    people,
    recovery,
    releases,
    reminders,
    responses,
    sessions,
    staff,
)
from reflect.records.addresses import Mailbox
from reflect.records.goals import NONE
from reflect.records.outbox import Letter
from reflect.records.people import Opened
from tests.records.making import (
    AT,
    DAY,
    FINGERPRINT,
    RULES,
    SIGNALS,
    a_definition,
    a_group,
    a_member,
    first,
    keep,
    members,
)

BOX = Mailbox("noor@example.org", "nl")
TRAINER = "trainer@example.org"
WORDS = "wat ik zelf schreef"


@dataclass
class Everything:
    """Somebody, and what leads to what is theirs."""

    code: str
    me: Opened
    draft: str
    group_id: str
    join_code: str


def fill(database, ring) -> Everything:
    """Let everything happen once: told, pooled, waiting, answered, mailed."""
    with database.writing() as db:
        told, few = first(db, a_group(db, ring)), first(db, a_group(db, ring, deadline=AT.date()))
        members(db, ring, told, 5)
        members(db, ring, few, 2)
        db.commit()
    for moment in (told, few):
        releases.close(database, ring, moment.id, RULES, AT + 2 * DAY)
    with database.writing() as db:
        group = db.get_one(groups.Group, told.group_id)
        person, key, code = people.create(db, ring, language="nl", at=AT)
        me = Opened(person.id, key)
        _live(db, ring, me, groups.open_next(db, group, AT))
        draft = responses.start_alone(db, me, a_definition(db), "after", AT)
        keep(db, me, draft.id, {"b1": WORDS}, AT)
        offers.make(db, ring, group, "colleague@example.org", AT)
        _work(db, ring, me, group.id)
        db.commit()
        return Everything(code, me, draft.id, group.id, groups.code(group, ring))


def _live(db, ring, me, moment) -> None:
    """As a professional."""
    member = a_member(db, ring, moment, me=me)
    goals.write(db, me, member.response_id, goals.changed(NONE, 1, what=WORDS))
    sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
    reminders.remember(db, ring, me, BOX)
    recovery.begin(db, ring, me, BOX, AT)
    code = outbox.claim(db, ring, AT).letter.code
    assert recovery.confirm(db, ring, me, code, AT)


def _work(db, ring, me, group_id) -> None:
    """As those who look after a group."""
    trainer = staff.by_email(db, ring, TRAINER)
    factors.enrol(db, ring, trainer.id, b"s" * factors.SECRET, 0)
    devices.arrive(db, ring, devices.Arrival(trainer.id, "cookie"), {"browser": "Firefox"}, AT)
    wave = evaluations.launch(db, ring, group_id, FINGERPRINT, AT)
    evaluations.fill(db, ring, me.person_id, wave.id, {SIGNALS.id: 1})
    outbox.put(db, ring, Letter("used", BOX.email, "nl"), key="used x", at=AT)


def is_found(database, ring, here: Everything) -> bool:
    """Whether all that leads to a row still does, and what is behind it opens."""
    with database.reading() as db:
        me = people.open(db, ring, here.code)
        trainer = staff.by_email(db, ring, TRAINER)
        colleague = staff.email(trainer, ring) == TRAINER
        found = [
            groups.by_join_code(db, ring, here.join_code).id == here.group_id,
            groups.code(groups.by_join_code(db, ring, here.join_code), ring) == here.join_code,
            offers.address(db, ring, here.group_id) == "colleague@example.org",
            reminders.of(db, ring, me).email == BOX.email,
            recovery.of(db, ring, me.person_id).email == BOX.email,
            responses.sheet(db, me, here.draft).values == {"b1": WORDS},
        ]
    return colleague and all(found)
