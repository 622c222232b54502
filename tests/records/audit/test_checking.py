"""Whatever is done to the audit log is found."""

from random import Random

import pytest
from sqlalchemy import text

from reflect.records import audit
from reflect.records.audit import Event, Head
from reflect.records.ring import KeyRing
from tests.records.audit.tampering import TAMPERINGS, a_log, is_found
from tests.records.making import AT

TIMES = 8  # of each, so that there are more than a hundred


def test_a_hundred_ways_to_tamper_with_the_log_are_found(sqlite, ring):
    a_log(sqlite, ring)
    chance = Random(1)  # noqa: S311 - no secret
    tried = [one for one in TAMPERINGS for _ in range(TIMES)]

    missed = [one.__name__ for one in tried if not is_found(sqlite, ring, one, chance)]

    assert len(tried) >= 100
    assert missed == []


def test_a_log_put_back_to_an_earlier_state_is_found_by_a_head_that_was_kept(sqlite, ring):
    with sqlite.writing() as db:
        audit.note(db, ring, Event("instance:night", audit.NIGHT), AT)
        db.commit()
    with sqlite.writing() as db:
        audit.note(db, ring, Event("group:made"), AT)
        kept = audit.heads(db, ring)
        assert audit.faults(db, ring, kept) == []
        db.rollback()

        assert kept["staff"][0] == 2
        (fault,) = audit.faults(db, ring, kept)
    assert fault == "staff: line 2 is not there as it was when its head was kept."


def test_a_log_of_other_keys_is_not_believed(sqlite, ring):
    other = KeyRing(dict.fromkeys(ring.keys, bytes(32)))

    with sqlite.reading() as db:
        (*faults,) = audit.faults(db, other)
    assert [words.partition(":")[0] for words in faults] == ["staff", "person"]
    assert all("does not open" in words for words in faults)


def test_a_log_that_lost_its_head_takes_no_more_lines(sqlite, ring):
    with sqlite.writing() as db:
        db.execute(text("DROP TRIGGER audit_head_not_taken_off"))
        db.query(Head).delete()
        with pytest.raises(Exception, match="the head of the audit log of staff is gone"):
            audit.note(db, ring, Event("group:made"), AT)
