"""Whatever is done to what is sealed, it opens in its place unchanged, or not at all."""

from collections import Counter
from random import Random

import pytest

from reflect.records import responses, rotation
from reflect.records.sealing import Unreadable
from tests.records.everything import fill
from tests.records.making import AT, a_definition, a_person, keep
from tests.records.tampering import slots, spoilt

MUTATIONS = 1000


@pytest.fixture
def everything(sqlite, ring, tmp_path):
    """What is sealed of two people and the server, under two keys of the ring."""
    here = fill(sqlite, ring)
    rotation.renew(sqlite, ring, tmp_path / "keys", AT)
    with sqlite.writing() as db:
        other = a_person(db, ring)
        for me in (here.me, other):
            for response in range(2):
                draft = responses.start_alone(db, me, a_definition(db), "after", AT)
                keep(db, me, draft.id, {"a1": f"antwoord {response}"}, AT)
                responses.save(db, me, draft.id, {"a2": "bewaard"}, AT)
                keep(db, me, draft.id, {"b1": "een"}, AT)
                keep(db, me, draft.id, {"b1": "twee"}, AT)
        db.commit()
    with sqlite.reading() as db:
        yield slots(db, ring, (here.me, other))


def test_nothing_that_was_changed_or_moved_is_accepted(everything):
    assert all(slot.opened(slot.envelope) for slot in everything)
    assert len({slot.name for slot in everything}) > 15
    chance, seen = Random(1), Counter()  # noqa: S311 - no secret

    for _ in range(MUTATIONS):
        slot, envelope, how = spoilt(chance, everything)
        seen[how] += 1
        with pytest.raises(Unreadable):
            pytest.fail(f"accepted: {how} in {slot.name}: {slot.opened(envelope)}")
    assert min(seen.values()) > MUTATIONS // 10
