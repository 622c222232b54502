"""A wave to fill in."""

import pytest

from reflect.records import evaluations
from tests.records.making import AT, FINGERPRINT, a_group


@pytest.fixture
def wave(database, ring):
    with database.writing() as db:
        group = a_group(db, ring)
        wave = evaluations.launch(db, ring, group.id, FINGERPRINT, AT)
        db.commit()
    return wave
