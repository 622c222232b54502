"""How much is written at once, while others wait: as much as takes a blink, here and now."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep

from reflect.records.engine import Database, Session

FIRST = 200  # rows
BLINK = 0.03  # seconds
MOST = 2_000


class Pace:
    """The number of rows of the next step, which follows from how long the last one took."""

    def __init__(self) -> None:
        """Nothing is known yet: a small step comes first."""
        self.rows = min(FIRST, MOST)

    @contextmanager
    def step(self, database: Database) -> Iterator[Session]:
        """A session for so many rows, committed at its end; then it rests as long as that took.

        Whoever waits for the lock asks again and again, on SQLite: without a rest it would be
        taken each time.
        """
        with database.writing() as db:
            db.connection()  # from here on others wait
            before = perf_counter()
            yield db
            db.commit()
        took = perf_counter() - before
        if took > BLINK:
            self.rows = max(1, self.rows // 2)
        elif took < BLINK / 2:
            self.rows = min(MOST, self.rows * 2)
        sleep(min(took, BLINK))
