"""The log: a line of JSON a fault, by its number and place, and nothing about anybody."""

import json
import logging
import sys

import pytest

from reflect.web import logs
from tests.web.reflecting import SITE

CANARY = "kanarie"


def line(message, *args, exc_info=None) -> dict:
    """A record as it stands in the log."""
    record = logging.LogRecord("any", logging.ERROR, __file__, 1, message, args, exc_info)
    told = logs.Lines().format(record)
    assert "\n" not in told
    return json.loads(told)


def test_a_fault_is_told_by_its_kind_and_place_and_not_by_its_words():
    try:
        int(CANARY)
    except ValueError:
        told = line("Error handling request %s", f"/mail/{CANARY}", exc_info=sys.exc_info())
    assert told["said"].startswith("ValueError at ")
    assert "test_logs.py:" in told["said"]
    assert CANARY not in str(told)
    assert (told["level"], "request" in told) == ("error", False)


def test_of_a_request_that_cannot_be_read_nobody_learns_who_sent_it():
    assert line("Invalid request from ip=192.0.2.7: /mail/x")["said"] == "Invalid request"
    assert line(f"Worker exits:\n{CANARY}")["said"] == "Worker exits:"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_within_a_request_stand_its_number_and_its_route(app):
    with app.test_request_context("/join/GEHEIM12?code=geheim", base_url=SITE):
        app.preprocess_request()
        told = line("it broke")
    assert told["route"] == "/join/<code>"
    assert (len(told["request"]), told["method"]) == (8, "GET")
    assert "geheim" not in str(told).lower()
    with app.test_request_context("/nowhere"):
        assert line("it broke")["route"] is None
