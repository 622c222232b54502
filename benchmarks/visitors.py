"""A visitor: one kept-alive connection, cookies, and forms read by their names."""

import http.client
import re
from dataclasses import dataclass
from html import unescape
from time import perf_counter
from urllib.parse import urlencode, urlsplit

PATIENCE = 30  # seconds for an answer
IDLE = 0.5  # seconds after which a server may have closed the connection; a browser asks anew
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
RADIO = re.compile(r'<input type="radio"[^>]* name="(q_[^"]+)" value="([^"]*)"')
TEXT = re.compile(r'<textarea[^>]* name="(q_[^"]+)"')
REDIRECTS = (302, 303)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: str
    onward: str  # where a redirect leads


class Visitor:
    """Somebody with a browser, without its comforts."""

    def __init__(self, port: int) -> None:
        """A visitor of the server at a port of this machine."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._cookies: dict[str, str] = {}
        self._asked = 0.0
        self.took: list[float] = []  # seconds of each of its requests

    def ask(self, path: str, fields: dict[str, str] | None = None) -> Answer:
        """One request: GET, or POST when there are fields. ValueError when it is refused."""
        before = perf_counter()
        if before - self._asked > IDLE:
            self._connection.close()
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if fields is None:
            self._connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            self._connection.request("POST", path, urlencode(fields), headers)
        response = self._connection.getresponse()
        body = response.read().decode(errors="replace")
        self._asked = perf_counter()
        self.took.append(self._asked - before)
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        if response.status >= http.HTTPStatus.BAD_REQUEST:
            raise ValueError(f"{response.status} for {path}: {body[:500]}")
        return Answer(response.status, body, urlsplit(response.getheader("Location", "")).path)

    def go(self, path: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
        """The same, and on through redirects; the address and the page it ends at."""
        answer = self.ask(path, fields)
        while answer.status in REDIRECTS:
            path = answer.onward
            answer = self.ask(path)
        return path, answer.body


def form(page: str, turn: int) -> dict[str, str]:
    """The fields of the questions of a page, filled in; another turn gives other answers."""
    options: dict[str, list[str]] = {}
    for name, value in RADIO.findall(page):
        options.setdefault(name, []).append(value)
    chosen = {
        name: values[(turn + at) % len(values)] for at, (name, values) in enumerate(options.items())
    }
    written = dict.fromkeys(TEXT.findall(page), f"Een zin, en nog een, beurt {turn}.")
    return hidden(page) | chosen | written


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page."""
    return {name: unescape(value) for name, value in HIDDEN.findall(page) if name != "next"}
