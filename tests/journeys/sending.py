"""Requests over HTTP, sent again word for word where they fail, as pages do; failures are kept."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlencode

from tests.journeys.crowd import FORM

AGAIN = 0.1  # seconds after which somebody whose request failed sends it again
PATIENCE = 20  # seconds for an answer
MOST = 1000  # failed requests, after which something else is wrong


@dataclass(frozen=True)
class Failed:
    """A request that was not answered as it should: when it was sent, what, and by which server."""

    sent: float
    method: str
    path: str
    status: int
    server: str


@dataclass
class Sender:
    """Whoever sends, to one port of this machine; how long each answer took, in seconds."""

    port: int
    failed: list[Failed] = field(default_factory=list, kw_only=True)
    took: list[float] = field(default_factory=list, kw_only=True)

    def ask(
        self, session: str, method: str, path: str, fields: dict | None = None
    ) -> tuple[bytes, HTTPResponse]:
        """What came of it; what failed is sent again, word for word, as a page does."""
        while True:
            sent, status, server = time.monotonic(), 0, ""
            try:
                with self._reply(session, method, path, urlencode(fields or {})) as reply:
                    server = reply.headers.get("Server-Port", "")
                    body, status = reply.read(), reply.status
            except (OSError, HTTPException):
                pass  # cut off
            self.took.append(time.monotonic() - sent)
            if 0 < status < 400:
                return body, reply
            self.failed.append(Failed(sent, method, path, status, server))
            assert len(self.failed) < MOST, self.failed[-3:]
            time.sleep(AGAIN)

    @contextmanager
    def _reply(self, session: str, method: str, path: str, body: str) -> Iterator[HTTPResponse]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, FORM | {"Cookie": f"session={session}"})
            yield connection.getresponse()
        finally:
            connection.close()
