"""Who may ask for what: one row a route, and the guard that holds every request to it."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reflect.web.access import ROUTES
from tests.web.routes import address
from tests.web.statuses import ACTORS, SENT, door, expected, may
from tests.web.town import Town, form_token

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
CHANCE = re.compile(rb"\b[0-9a-f]{8}\b")  # the number of a request


def test_every_route_has_a_row_and_every_row_a_route(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_a_route_without_a_row_lets_nobody_past(app, noor):
    app.add_url_rule("/new", "new", lambda: "new")  # before the first request: as a page would
    assert noor.browser.get("/new").status_code == 404


@dataclass
class Day:
    """Each form is sent to the town as it was in the morning."""

    town: Town

    def __post_init__(self) -> None:
        self.tokens = {who: self.town.who[who]() for who in ACTORS}
        self.database = self.town.house.database
        self.file = Path(self.database.url.database)
        self.database.close()
        self.morning = self.file.read_bytes()

    def ask(self, who: str, endpoint: str, method: str, path: str):
        """What comes of it; and the town is as it was."""
        browser = self.town.with_token(self.tokens[who])
        sent = {"csrf_token": form_token(browser)} | SENT.get(endpoint, {})
        answer = browser.open(path, method=method, data=sent if method == "POST" else None)
        if method == "POST" and answer.status_code not in (401, 404):
            self.database.close()
            for file in self.file.parent.glob(f"{self.file.name}-*"):
                file.unlink()
            self.file.write_bytes(self.morning)
        return answer


def asked(town: Town):
    """Who asks for which page, and the addresses: of one's own, of another's, of nobody's."""
    rules = list(town.app.url_map.iter_rules())
    for who in ACTORS:
        for rule in rules:
            is_somebodys = any(name.endswith("_id") for name in rule.arguments)
            about = [side.places(rule.endpoint) for side in town.sides_of(who)] + [{}]
            paths = [address(town.app, rule, **one) for one in about[: 3 if is_somebodys else 1]]
            for method in sorted(rule.methods & {"GET", "POST"}):
                yield who, rule.endpoint, method, paths


def told(answer, path: str) -> tuple[bytes, list[tuple[str, str]]]:
    """A page but for the number of the request and the address that was asked for."""
    body = CHANCE.sub(b"", answer.data.replace(path.encode(), b"here"))
    return body, sorted(answer.headers.to_wsgi_list())


def deviations(day: Day):
    """What is answered otherwise than `statuses.py` says, or tells that another's is there."""
    for who, endpoint, method, paths in asked(day.town):
        answers = [day.ask(who, endpoint, method, path) for path in paths]
        statuses = tuple(answer.status_code for answer in answers)
        wanted = expected(endpoint, method, who, is_somebodys=len(paths) > 1)
        if statuses != wanted:
            yield who, endpoint, method, statuses, wanted
        access, onward = ROUTES[endpoint], {answer.location for answer in answers}
        if not may(access, who) and statuses[0] == 302 and onward != {door(access, who)}:
            yield who, endpoint, method, onward
        if statuses[1:] == (404, 404):
            foreign, missing = map(told, answers[1:], paths[1:])
            if foreign != missing:
                yield who, endpoint, method, foreign, missing


def test_what_is_anothers_answers_as_what_is_not_there_and_ones_own_as_it_says(app):
    found = "\n".join(map(str, deviations(Day(Town(app)))))
    assert not found, f"tests/web/statuses.py says otherwise:\n{found}"
