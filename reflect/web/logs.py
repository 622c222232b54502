"""The log: a line of JSON for each fault, and for starting and stopping; nothing about anybody.

No address of a page or of a person stands in it: the route, the number of the request that its
page showed, the kind of a fault, and where in the code it is.
"""

import json
import logging
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from flask import g, has_request_context, request

LOG = logging.getLogger("reflect")
DEEPEST = 8  # places of a trace
REFUSED = "Invalid request"  # gunicorn goes on with the address of who sent it, and what it said


class Lines(logging.Formatter):
    """Records as JSON, one a line."""

    def format(self, record: logging.LogRecord) -> str:
        """When, how bad, what; and within a request its number, route and method."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "process": record.process,
            "said": _said(record),
        }
        if has_request_context():
            rule = request.url_rule.rule if request.url_rule else None
            told |= {"request": g.get("number"), "route": rule, "method": request.method}
        return json.dumps(told, ensure_ascii=False)


def places(trace: TracebackType | None) -> str:
    """Where a fault came from, the place itself first: file:line < file:line."""
    found = []
    while trace is not None:
        found.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " < ".join(found[::-1][:DEEPEST])


def _said(record: logging.LogRecord) -> str:
    """What happened; of a fault its kind and place, for its words may be somebody's."""
    if record.exc_info and record.exc_info[1] is not None:
        fault = record.exc_info[1]
        return f"{type(fault).__name__} at {places(fault.__traceback__)}"
    said = record.getMessage()
    return REFUSED if said.startswith(REFUSED) else said.partition("\n")[0]


CONFIG = {  # as logging.config.dictConfig takes it
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": Lines}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "reflect": {"level": "INFO"},
        "gunicorn.error": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
    },
}
