"""Servers to measure: Reflect as `reflect run` starts it, and the bare app by the same words."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from reflect.commands import run

HERE = Path(__file__).parent
PATIENCE = 60  # seconds for a start, and for a stop
LOOK = 0.005  # seconds between two looks whether the first page is there


class Server:
    """A server that runs while the block does; `started` is the seconds to its first page."""

    def __init__(self, words: list[str], port: int, **settings: str) -> None:
        """Start it; the first 200 ends the waiting. TimeoutError when it does not come."""
        before = time.perf_counter()
        self.port = port
        self._process = subprocess.Popen(
            words,
            cwd=HERE,
            env=environment() | settings,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait(before + PATIENCE)
        self.started = time.perf_counter() - before

    @property
    def pid(self) -> int:
        """The process that all others of it come from."""
        return self._process.pid

    def __enter__(self) -> Self:
        """The server, started."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """It stops, with its workers."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(PATIENCE)

    def _wait(self, until: float) -> None:
        while not answers(self.port):
            if time.perf_counter() > until or self._process.poll() is not None:
                self._process.kill()
                raise TimeoutError(f"no page at port {self.port}")
            time.sleep(LOOK)


def reflect(port: int, instance: Path, database_url: str = "") -> Server:
    """Reflect, as people start it."""
    words = [str(Path(sys.executable).with_name("reflect")), "run", "--port", str(port)]
    settings = {"REFLECT_INSTANCE": str(instance), "REFLECT_DATABASE_URL": database_url}
    return Server(words, port, **settings)


def bare(port: int, database: Path) -> Server:
    """The bare app, by the very words that Reflect is served by."""
    *words, _app = run.words(port, run.WORKERS)
    return Server([*words, "bare:create_app()"], port, BARE_DATABASE=str(database))


def environment() -> dict[str, str]:
    """Of a child process: compiled Python is kept, but outside the repository."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def answers(port: int) -> bool:
    """Whether the first page comes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
