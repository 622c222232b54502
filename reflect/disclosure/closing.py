"""Whether a moment may close, and what is said about taking part until then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from reflect.disclosure import threshold

PAUSE = timedelta(minutes=60)

Participation = Literal["fewer", "enough"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a moment closes now and, when it does not, from when one may try again."""

    next_try: datetime | None

    @property
    def closes(self) -> bool:
        """Nobody has to wait: it closes."""
        return self.next_try is None


def participation(count: int, floor: int = threshold.FLOOR) -> Participation:
    """All that is ever said of how many have submitted: fewer than K, or enough."""
    return "enough" if count >= threshold.floor(floor) else "fewer"


def may_close(
    count: int,
    *,
    deadline_passed: bool,
    next_try: datetime | None,
    at: datetime,
    floor: int = threshold.FLOOR,
) -> Verdict:
    """Judge a try to close a moment by hand, `at` a time (aware, UTC), with `count` submissions.

    With fewer than K nothing closes for PAUSE, and within that pause nobody is counted again:
    who could try every minute would see the submission that makes the difference come in.
    `next_try` is what an earlier verdict on this moment said. After the deadline a moment
    closes, however few there are: their contributions go to the pool.
    """
    enough = participation(count, floor) == "enough"
    if deadline_passed:
        return Verdict(None)
    if next_try is not None and at < next_try:
        return Verdict(next_try)
    return Verdict(None if enough else at + PAUSE)
