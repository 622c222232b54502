"""Clients that send a request so slowly that it never ends: a byte now and then."""

import socket
from contextlib import suppress
from threading import Event, Thread
from typing import Self

BREATH = 1.0  # seconds between two bytes of each
HEAD = b"POST /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n"
BODY = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n"


class Dawdlers:
    """So many who never end the head of a request, and so many who never end its body."""

    def __init__(self, port: int, heads: int, bodies: int):
        self.port, self.begun = port, [HEAD] * heads + [BODY] * bodies
        self.stopped = Event()
        self.shown_out = 0
        self.lines: list[socket.socket | None] = []

    def __enter__(self) -> Self:
        self.lines = [self._line(begun) for begun in self.begun]
        self.thread = Thread(target=self._dawdle)
        self.thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self.stopped.set()
        self.thread.join()
        for line in self.lines:
            if line:
                line.close()

    def _dawdle(self) -> None:
        """A byte of each; who was shown out comes back at once."""
        while not self.stopped.wait(BREATH):
            for number, line in enumerate(self.lines):
                try:
                    line.send(b"x")
                except OSError:
                    line.close()
                    self.shown_out += 1
                    self.lines[number] = self._line(self.begun[number])

    def _line(self, begun: bytes) -> socket.socket:
        line = socket.create_connection(("127.0.0.1", self.port), timeout=5)
        with suppress(OSError):
            line.sendall(begun)
        return line
