"""A real server in a process of its own, and a client that follows its pages over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PATIENCE = 20  # seconds until a server must be ready
REAL = "reflect.app:create_app()"


class Server:
    """gunicorn with the app, at one address; started, killed and started again."""

    def __init__(self, instance: Path, database_url: str, factory: str = REAL):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = instance / "said.txt"
        self.factory = factory
        self.words = ["--workers", "2", "--threads", "2"]
        self.environment = os.environ | {
            "REFLECT_INSTANCE": str(instance),
            "REFLECT_DATABASE_URL": database_url,
            "REFLECT_BASE_URL": self.url,
        }

    def start(self) -> None:
        """Start it in a process group of its own, and wait until it is ready."""
        words = ["--bind", f"127.0.0.1:{self.port}", "--no-control-socket"]
        words += ["--worker-class", "gthread", *self.words]
        words += ["--capture-output", "--log-level", "debug", "--access-logfile", "-"]
        with self.said.open("ab") as said:
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                [BIN / "gunicorn", *words, self.factory],
                cwd=ROOT,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE
        while not self._is_ready():
            if time.monotonic() > until:
                self.kill()
                raise AssertionError(self.said.read_text())
            time.sleep(0.05)

    def kill(self) -> None:
        """End the whole group at once, in the middle of whatever it does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to end, as whoever restarts it does, and wait until it has."""
        self.process.terminate()
        self.process.wait(PATIENCE)

    def end(self) -> None:
        """End it, if it runs."""
        if self.process.poll() is None:
            self.kill()

    def _is_ready(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@dataclass
class Answer:
    """What came, as `tests.pages.Page` reads it."""

    status_code: int
    body: bytes
    path: str
    request: SimpleNamespace = field(init=False)

    def __post_init__(self) -> None:
        self.request = SimpleNamespace(path=self.path)

    def get_data(self, *, as_text: bool) -> str:
        assert as_text
        return self.body.decode(errors="replace")


class Remote:
    """A browser without JavaScript, over a real connection; it keeps all that it was sent."""

    def __init__(self, url: str):
        self.url = url
        self.cookies = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.cookies))
        self.seen = b""

    def get(self, path: str, *, follow_redirects: bool = True) -> Answer:
        assert follow_redirects
        return self._ask(path, None)

    def post(self, path: str, data: dict, *, follow_redirects: bool = True) -> Answer:
        assert follow_redirects
        return self._ask(path, urlencode(data, doseq=True).encode())

    def _ask(self, path: str, sent: bytes | None) -> Answer:
        try:
            reply = self.opener.open(self.url + path, sent, timeout=PATIENCE)
        except HTTPError as fault:
            reply = fault
        with reply:
            body = reply.read()
            answer = Answer(reply.status, body, urlsplit(reply.url).path)
        self.seen += repr(reply.headers.items()).encode() + body
        return answer
