"""Whoever watches asks a server whether it is alive, and how long that takes."""

import time
from http.client import HTTPConnection, HTTPException

NEVER = float("inf")


def alive(port: int, patience: float = 10.0) -> float:
    """Seconds until it said so; NEVER where it did not."""
    began = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        connection.request("GET", "/health/live")
        is_alive = connection.getresponse().status == 200
    except (OSError, HTTPException):
        return NEVER
    finally:
        connection.close()
    return time.monotonic() - began if is_alive else NEVER


def slowest_but(share: int, seconds: list[float]) -> float:
    """What all but so many of a hundred took at most."""
    return sorted(seconds)[-1 - len(seconds) * share // 100]
