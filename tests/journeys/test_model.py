"""Whatever people do, in whatever order: what was acknowledged is so, and nothing else is."""

from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from reflect.app import create_app
from reflect.questionnaire.merging import Merged
from reflect.web import saving
from tests.conftest import Clock
from tests.journeys.living import Life
from tests.journeys.serving import address
from tests.journeys.small import Small

LIVES, STEPS = 100, 30  # two thousand of fifty steps are run as evidence


@contextmanager
def lived(database, folder):
    """Lives in an app of their own, to be begun."""
    app = create_app(instance=folder, database_url=address(database), clock=Clock())
    Life.world, Life.clock = Small.of(app), app.extensions["reflect"].clock

    def live():
        wishes = settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            phases=[Phase.generate],  # to shrink a finding takes minutes: evidence does it
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(Life, settings=wishes)

    yield live
    app.extensions["reflect"].database.close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_nothing_acknowledged_is_lost_or_comes_back_in_any_order_of_things(
    database, tmp_path, monkeypatch
):
    monkeypatch.setattr("reflect.records.connections.PRAGMAS", ("synchronous=OFF",))
    with lived(database, tmp_path) as live:
        live()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_server_that_overwrites_what_a_page_has_not_seen_is_found_out(
    database, tmp_path, monkeypatch
):
    monkeypatch.setattr("reflect.records.connections.PRAGMAS", ("synchronous=OFF",))
    monkeypatch.setattr(saving, "merge", lambda sent, *_: Merged(sent, ()))
    with lived(database, tmp_path) as live, pytest.raises(AssertionError, match="overwritten"):
        live()
