"""A town besieged: hostile requests as everybody in it, and what must never come of them."""

from io import BytesIO
from random import Random
from zipfile import ZipFile

from pypdf import PdfReader

from reflect.web.access import ROUTES
from reflect.web.headers import ALWAYS
from reflect.web.paths import local
from tests.house.hostility import Hostility
from tests.web.routes import PLACES
from tests.web.statuses import may
from tests.web.town import Town, form_token

ANEW = 100  # requests after which everybody signs in again: some signed out, or was signed out


class Siege:
    """So many attempts on an app; `statuses` counts what came of them."""

    def __init__(self, app, seed: int):
        self.town = Town(app)
        sides = (self.town.east, self.town.west)
        self.hostility = Hostility(
            Random(seed),  # noqa: S311 - no secret
            sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule)),
            {who: theirs(who) for who in self.town.who},
            lambda endpoint: [PLACES | side.places(endpoint) for side in sides],
        )
        self.attempts = self.hostility.attempts()
        self.done = 0
        self.statuses: dict[int, int] = {}

    def withstand(self, count: int) -> None:
        """AssertionError, with the attempt, where something broke or was given away."""
        for _ in range(count):
            if self.done % ANEW == 0:
                self.browsers = {who: self.town.browser(who) for who in self.town.who}
            self.done += 1
            self._bear(next(self.attempts))

    def _bear(self, attempt) -> None:
        browser, headers = self.browsers[attempt.who], dict(attempt.headers)
        body = attempt.body
        if attempt.kind and body is None:
            body = self.hostility.form(attempt.endpoint, form_token(browser))
        if attempt.kind:
            headers.setdefault("Content-Type", attempt.kind)
        answer = browser.open(attempt.path, method=attempt.method, data=body, headers=headers)
        self.statuses[answer.status_code] = self.statuses.get(answer.status_code, 0) + 1
        look(answer, attempt)
        found = self._foreign(attempt.who, answer)
        assert not found, (found, attempt)
        if answer.mimetype == "text/html":
            self.hostility.learn(attempt.endpoint, answer.get_data(as_text=True))

    def _foreign(self, who: str, answer) -> list[str]:
        """The canaries of others in what somebody got, be it packed."""
        others = [one for one, reader in self.town.canaries.items() if reader != who]
        sung = unpacked(answer.data) + repr(answer.headers).encode()
        return [canary for canary in others if canary.encode() in sung]


def theirs(who: str) -> set[str]:
    """The endpoints whose pages are for them."""
    kind = "person" if who == "mate" else who.removeprefix("stale ")
    return {endpoint for endpoint, access in ROUTES.items() if may(access, kind)}


def look(answer, attempt) -> None:
    """What every answer keeps to, whatever was asked."""
    assert answer.status_code < 500, (answer.status_code, attempt)
    for name, value in ALWAYS.items():
        assert answer.headers[name] == value, (name, attempt)
    assert answer.headers["Cache-Control"] == "no-store", attempt
    assert "hostile" not in answer.headers.get("Set-Cookie", ""), attempt
    onward = answer.headers.get("Location", "/")
    assert onward == local(onward), (onward, attempt)


def unpacked(body: bytes) -> bytes:
    """What is in it, where it is an archive, a workbook or a PDF; else as it is."""
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as archive:
            return b"\n".join(unpacked(archive.read(name)) for name in archive.namelist())
    if body.startswith(b"%PDF"):
        words = (page.extract_text() for page in PdfReader(BytesIO(body)).pages)
        return body + "\n".join(words).encode(errors="replace")
    return body
