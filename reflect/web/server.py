"""What gunicorn is told besides its command line: how to log, and to say that it starts and stops.

Read by `reflect run`, by name: gunicorn takes its settings and hooks from a module.
"""

from importlib.metadata import version
from typing import Any

from reflect.web.logs import CONFIG, LOG

logconfig_dict = CONFIG


def when_ready(server: Any) -> None:
    """It listens; the workers come up."""
    LOG.info("started: Reflect %s, workers: %s", version("reflect"), server.cfg.workers)


def on_exit(_server: Any) -> None:
    """It is told to stop, and its workers have ended what they were at."""
    LOG.info("stopped")
