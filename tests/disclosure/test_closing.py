"""When a moment closes, and what is said of taking part before it does."""

from datetime import UTC, datetime, timedelta

import pytest

from reflect.disclosure import may_close, participation

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def tried(count, *, at=NOON, next_try=None, deadline_passed=False, floor=5):
    return may_close(count, deadline_passed=deadline_passed, next_try=next_try, at=at, floor=floor)


@pytest.mark.parametrize(
    ("count", "floor", "said"),
    [(0, 5, "fewer"), (4, 5, "fewer"), (5, 5, "enough"), (9, 5, "enough"), (7, 8, "fewer")],
)
def test_all_that_is_said_of_taking_part_is_fewer_or_enough(count, floor, said):
    assert participation(count, floor) == said


def test_with_enough_people_a_moment_closes():
    assert tried(5).closes


def test_with_too_few_nothing_closes_for_an_hour():
    verdict = tried(4)

    assert not verdict.closes
    assert verdict.next_try == NOON + HOUR


def test_trying_again_within_the_hour_tells_nothing_new():
    almost = NOON + timedelta(minutes=59)

    assert tried(9, at=almost, next_try=NOON + HOUR).next_try == NOON + HOUR
    assert tried(4, at=almost, next_try=NOON + HOUR) == tried(9, at=almost, next_try=NOON + HOUR)


def test_after_the_hour_people_are_counted_again():
    assert tried(5, at=NOON + HOUR, next_try=NOON + HOUR).closes
    assert tried(4, at=NOON + HOUR, next_try=NOON + HOUR).next_try == NOON + 2 * HOUR


def test_at_the_deadline_a_moment_closes_however_few_they_are():
    assert tried(0, deadline_passed=True, next_try=NOON + HOUR).closes


def test_a_raised_floor_holds_for_closing_too():
    assert not tried(7, floor=8).closes
    assert tried(8, floor=8).closes


def test_nobody_asks_with_a_lower_floor():
    with pytest.raises(ValueError, match="3 is less than 5"):
        participation(4, floor=3)
    with pytest.raises(ValueError, match="3 is less than 5"):
        tried(4, floor=3, deadline_passed=True)
