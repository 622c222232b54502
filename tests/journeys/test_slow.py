"""Four hundred clients dawdle, and whoever really fills in notices nothing of it."""

from tests.journeys.dawdling import Dawdlers
from tests.journeys.fleet import fleet
from tests.journeys.watching import NEVER, alive

ASKED = 50  # times whether it is alive


def test_four_hundred_slow_clients_keep_nobody_waiting(postgres, tmp_path):
    with (
        fleet(tmp_path, postgres, size=1, visitors=2) as here,
        Dawdlers(here.people.port, heads=200, bodies=200),
    ):
        here.people.wait(30)
        assert max(alive(here.people.port) for _ in range(ASKED)) < NEVER
        here.people.wait(30)
        here.people.end()

        assert here.people.failed == []
        assert here.people.lost() == []
