"""Recovery by e-mail: off until a mailbox is proven, once for each link, and gone at a word."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import outbox, people, recovery
from reflect.records.addresses import Mailbox
from reflect.records.recovery import Choice, Recovery
from tests.records.making import AT, DAY, MINUTE, a_person

NOOR = Mailbox("noor@example.org", "nl")
HOUR = 60 * MINUTE


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def letter(db, ring, at=AT):
    """The next letter in the outbox, its question answered; it is gone then."""
    claimed = outbox.claim(db, ring, at)
    if claimed.letter.kind == recovery.ASKED:
        claimed = recovery.answer(db, ring, claimed, at)
        assert outbox.claim(db, ring, at + outbox.LEASE) == claimed  # a second try says the same
    outbox.done(db, claimed.id)
    return claimed.letter


def protected(db, ring):
    """Somebody who switched recovery on."""
    me = a_person(db, ring)
    recovery.begin(db, ring, me, NOOR, AT)
    assert recovery.confirm(db, ring, me, letter(db, ring).code, AT)
    return me


def token(db, ring, at=AT, box=NOOR):
    recovery.ask(db, ring, box, at)
    (one,) = letter(db, ring, at).tokens
    return one


def test_recovery_is_off_until_the_code_in_the_mailbox_was_typed(db, ring):
    me = a_person(db, ring)
    assert recovery.of(db, ring, me.person_id) is None

    recovery.begin(db, ring, me, NOOR, AT)
    code = letter(db, ring).code
    assert recovery.of(db, ring, me.person_id) == Choice(NOOR.email, is_on=False)
    assert db.query(Recovery).one().wrapped_key is None
    for wrong in ("", "0000-0000", "geen code", code[:-1]):
        assert not recovery.confirm(db, ring, me, wrong, AT)
    assert not recovery.confirm(db, ring, a_person(db, ring), code, AT)
    assert not recovery.confirm(db, ring, me, code, AT + HOUR)

    assert recovery.confirm(db, ring, me, f" {code.lower()} ", AT)
    assert recovery.of(db, ring, me.person_id) == Choice(NOOR.email, is_on=True)
    assert not recovery.confirm(db, ring, me, code, AT)  # it was used


def test_a_link_opens_what_its_person_opened_once_within_an_hour(db, ring):
    me = protected(db, ring)
    link = token(db, ring, box=Mailbox(NOOR.email, "en"))

    assert recovery.may_open(db, link, AT)
    assert recovery.may_open(db, link, AT)  # to look uses nothing up
    assert not recovery.may_open(db, link, AT + HOUR)
    with pytest.raises(NoResultFound):
        recovery.open(db, ring, link, "nl", AT + HOUR)
    assert recovery.open(db, ring, link, "nl", AT + HOUR - MINUTE) == me
    with pytest.raises(NoResultFound):
        recovery.open(db, ring, link, "nl", AT)
    told = letter(db, ring, AT + HOUR)
    assert (told.kind, told.to) == ("used", NOOR.email)


def test_an_address_that_is_unknown_unproven_or_off_is_written_to_as_well(db, ring):
    me = a_person(db, ring)

    def answered():
        recovery.ask(db, ring, NOOR, AT)
        return letter(db, ring)

    assert (answered().kind, answered().to) == ("unknown", NOOR.email)
    recovery.begin(db, ring, me, NOOR, AT)
    code = letter(db, ring).code
    assert answered().tokens == ()
    assert recovery.confirm(db, ring, me, code, AT)
    assert answered().kind == "found"
    recovery.off(db, ring, me.person_id, "nl", AT)
    told = letter(db, ring)
    assert (told.kind, told.to) == ("off", NOOR.email)
    assert answered().kind == "unknown"


def test_asking_looks_nobody_up_and_writes_the_same_for_everybody(db, ring):
    protected(db, ring)
    sizes = []
    for box in (NOOR, Mailbox("ander@example.org", "nl")):
        recovery.ask(db, ring, box, AT)
        recovery.ask(db, ring, box, AT)  # impatience makes no second mail
        sizes.append([len(row.sealed) for row in db.query(outbox.Outbox)])
        outbox.done(db, outbox.claim(db, ring, AT).id)
    assert sizes[0] == sizes[1]
    assert len(sizes[0]) == 1


def test_two_persons_of_one_mailbox_get_a_link_each(db, ring):
    both = {one.person_id: one for one in (protected(db, ring), protected(db, ring))}
    recovery.ask(db, ring, NOOR, AT)

    links = letter(db, ring).tokens

    opened = [recovery.open(db, ring, link, "nl", AT) for link in links]
    assert {one.person_id: one for one in opened} == both


def test_switching_off_destroys_the_wrap_and_every_link(db, ring):
    me = protected(db, ring)
    link = token(db, ring)
    recovery.off(db, ring, me.person_id, "nl", AT)
    recovery.off(db, ring, me.person_id, "nl", AT)  # again is nothing
    assert not recovery.may_open(db, link, AT)
    assert db.query(Recovery).count() == 0


def test_who_chooses_again_gets_the_newest_check_code_alone(db, ring):
    me = a_person(db, ring)
    for box in (Mailbox("fout@example.org", "nl"), NOOR):
        recovery.begin(db, ring, me, box, AT)

    assert letter(db, ring).to == NOOR.email
    assert outbox.claim(db, ring, AT) is None


def test_a_mailbox_that_another_takes_the_place_of_is_told(db, ring):
    me = protected(db, ring)
    recovery.begin(db, ring, me, Mailbox("ander@example.org", "en"), AT)

    letters = {one.to: one.kind for one in (letter(db, ring), letter(db, ring))}

    assert letters == {NOOR.email: "off", "ander@example.org": "confirm"}


def test_a_new_personal_code_leaves_recovery_as_it_is_and_erasing_takes_it_along(db, ring):
    me = protected(db, ring)
    people.renew_code(db, ring, me.person_id, me.key)
    assert recovery.open(db, ring, token(db, ring), "nl", AT) == me

    people.erase(db, me.person_id)
    db.expire_all()
    assert db.query(Recovery).count() == 0


def test_what_lapsed_is_swept_and_what_was_proven_stays(db, ring):
    me = protected(db, ring)
    link = token(db, ring)
    recovery.begin(db, ring, a_person(db, ring), NOOR, AT)

    recovery.sweep(db, AT + HOUR)

    left = db.query(Recovery).one()
    assert (left.person_id, left.secret_hash, left.until) == (me.person_id, None, None)
    assert not recovery.may_open(db, link, AT - DAY)
