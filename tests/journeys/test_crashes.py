"""The server is killed in the middle of everything: what it said it keeps, it keeps."""

from random import Random

import pytest

from tests.journeys.crashing import FORGETFUL, KINDS, ordeal

CYCLES = len(KINDS)  # on each of both databases; a thousand are run as evidence


def test_nothing_that_was_acknowledged_is_lost_in_a_crash(database, tmp_path):
    trial = ordeal(tmp_path, database, Random())  # noqa: S311 - another moment each time
    for _ in range(CYCLES):
        assert trial.cycle() == []
    assert trial.lost() == []
    filled = [each for each in trial.everybody if each.kept]
    assert any(each.is_submitted for each in filled)
    assert any(not each.is_submitted for each in filled)
    assert all(closing.told for closing in trial.closed)
    trial.end()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_server_that_forgets_to_commit_is_found_out(database, tmp_path):
    trial = ordeal(tmp_path, database, Random(1), FORGETFUL)  # noqa: S311 - any moment will do
    assert trial.cycle()
    trial.end()
