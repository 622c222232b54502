"""What gunicorn is told besides its command line: how to serve, how to log, what to say.

Read by `reflect run`, by name: gunicorn takes its settings and hooks from a module.
"""

import gc
from contextlib import suppress
from functools import partial
from importlib.metadata import version
from typing import Any

from gunicorn.errors import HaltServer
from gunicorn.glogging import Logger

from reflect.web.leaving import leave
from reflect.web.logs import CONFIG, LOG


class Quiet(Logger):  # type: ignore[misc] # gunicorn has no types
    """gunicorn's log, without a line for each request: who asks for what is nobody's business."""

    def access(self, *_request: Any) -> None:
        """Nothing; gunicorn would write a line out, and only then find nobody to read it."""


logger_class = Quiet
preload_app = True  # the app is made once, and its workers are forked from it
worker_class, threads = "gthread", 2  # more only wait for each other
max_requests, max_requests_jitter = 5000, 500
logconfig_dict = CONFIG


def when_ready(server: Any) -> None:
    """It listens, and the workers are forked next.

    What they share is never searched for rubbish: that writes on every page of it, and a page that
    is written on is shared no more.
    """
    gc.collect()
    gc.freeze()
    server.stop = partial(end, server, server.stop)  # whoever is on the way in comes in first
    LOG.info("started: Reflect %s, workers: %s", version("reflect"), server.cfg.workers)


def end(server: Any, stop: Any, graceful: bool = True) -> None:  # noqa: FBT001, FBT002 - as gunicorn calls it
    """Stop, as gunicorn does, when everybody who stood before the doors is in."""
    if graceful and not _shares(server):
        with suppress(HaltServer):  # a worker cannot begin any more: nobody is let in
            leave([door.sock for door in server.LISTENERS], partial(_tend, server))
    stop(graceful)


def _shares(server: Any) -> bool:
    """Whether others have its sockets too (systemd, or the server it makes way for).

    What shuts a door is of the socket: nobody would ever come in again.
    """
    return bool(server.systemd or server.reexec_pid or server.master_pid)


def _tend(server: Any) -> None:
    """A worker that just had its number of requests gets its successor."""
    server.reap_workers()
    server.manage_workers()


def on_exit(_server: Any) -> None:
    """It is told to stop, and its workers have ended what they were at."""
    LOG.info("stopped")
