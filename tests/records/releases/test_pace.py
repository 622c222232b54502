"""How much is written at once follows from how long that takes."""

import pytest

from reflect.records.releases import pace
from reflect.records.releases.pace import FIRST, MOST, Pace


@pytest.fixture
def taking(sqlite, monkeypatch):
    """Steps that take so many seconds; the rows of the one after them."""

    def steps(*seconds):
        one = Pace()
        for took in seconds:
            times = iter((0.0, took))
            monkeypatch.setattr(pace, "perf_counter", lambda times=times: next(times))
            monkeypatch.setattr(pace, "sleep", lambda rest, took=took: rests.append((took, rest)))
            with one.step(sqlite):
                pass
        return one.rows

    rests = []
    steps.rests = rests
    return steps


def test_steps_grow_while_they_are_quick_and_shrink_when_they_are_slow(taking):
    assert taking() == FIRST
    assert taking(0.001, 0.001) == 4 * FIRST
    assert taking(*[0.001] * 9) == MOST
    assert taking(0.5, 0.5, 0.02) == FIRST // 4
    assert taking(*[0.5] * 9) == 1


def test_after_each_step_others_have_as_long(taking):
    taking(0.01, 5)

    assert taking.rests == [(0.01, 0.01), (5, pace.BLINK)]
