"""Strings that only their owner may see: planted everywhere, and looked for everywhere else."""

import logging
from base64 import b64encode

import pytest
from sqlalchemy import text

from reflect.app import create_app
from reflect.records import factors, organisations, responses
from reflect.records.tables import metadata
from reflect.web.access import ROUTES, Access
from tests.journeys.remote import Remote, Server
from tests.journeys.serving import address
from tests.journeys.world import World
from tests.pages import Page
from tests.web.routes import address as address_of
from tests.web.training import PASSWORD, SECRET

WORDS = "kanarie-in-eigen-woorden"
DRAFT = "kanarie-in-een-klad"
GOAL, CAME = "kanarie-in-een-doel", "kanarie-wat-ervan-werd"
NAME = "Kanarie van der Voorblad"
EMAIL = "kanarie@trainer.example"
GROUP = "kanarie-die-mag-zingen"


@pytest.fixture
def server(database, tmp_path):
    server = Server(tmp_path, address(database))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def world(database, tmp_path):
    """The people of that server, made beside it."""
    app = create_app(instance=tmp_path, database_url=address(database))
    yield World(app)
    app.extensions["reflect"].database.close()


def reflect(server, code: str) -> tuple[Remote, str]:
    """Somebody joins, writes a canary, submits, and has it printed; and the personal code."""
    remote = Remote(server.url)
    page = Page.at(remote, f"/join/{code}").send("Doe mee", counts="yes")
    personal = page.html.select_one("#personal-code").get_text()
    section = page.send("Ik heb mijn code bewaard").send("Begin")
    response = section.path.split("/")[2]
    section = section.send("Bewaar en ga verder", q_a1="4", **{"q_signalen-hoger": DRAFT})
    sheet = Page.at(remote, f"/reflections/{response}/signalen")
    assert sheet.field("hoe ziet één punt hoger").get_text().strip() == DRAFT
    keep(remote, sheet, response, {"question": "signalen-hoger", "q_signalen-hoger": WORDS})
    sheet.send("Bewaar en ga verder", **{"q_signalen-niet-lager": "x" * 3000 + WORDS})
    review = Page.at(remote, f"/reflections/{response}/review")
    report = review.send("Verstuur en lees mijn verslag")
    assert WORDS in report.text
    token = report.html.select_one("[name=csrf_token]")["value"]
    pdf = remote.post(f"{report.path}.pdf", {"csrf_token": token, "name": NAME})
    assert pdf.body.startswith(b"%PDF")
    mean(remote, response)
    return remote, personal


def mean(remote: Remote, response: str) -> None:
    """Set goals, one of them twice over, have one too long, and take the day along."""
    page = Page.at(remote, f"/reflections/{response}/goals")
    meant = {f"q_{text}-1": f"{text} {GOAL}" for text in ("what", "when", "with_whom")}
    page = page.send("Bewaar mijn doelen", **meant, **{"q_review-1": "2099-01-01"})
    assert GOAL in page.text
    wrong = page.send("Bewaar mijn doelen", **{"q_what-2": GOAL + "x" * 600, "q_what-1": CAME})
    assert wrong.status == 400
    note = remote.get(f"/reflections/{response}/goals/review.ics")
    assert GOAL.encode() not in note.body
    assert GOAL in Page.at(remote, f"/reflections/{response}/report").text


def keep(remote: Remote, page: Page, response: str, fields: dict) -> None:
    """What the script of a page does."""
    hidden = {
        name: page.html.select_one(f"[name={name}]")["value"] for name in ("csrf_token", "seen")
    }
    reply = remote.post(f"/reflections/{response}/answers", hidden | fields)
    assert reply.status_code == 200, reply.body


def train(server, world, group: str) -> Remote:
    """A trainer looks at everything there is to see, and takes it along."""
    remote = Remote(server.url)
    (moment,) = world.moments(group)
    page = Page.at(remote, "/staff/sign-in").send("Log in", email=EMAIL, password=PASSWORD)
    page = page.send("Ga verder", code=world.code(EMAIL))
    assert page.path == "/groups", page.text
    page.follow(GROUP).follow("Sluit deze meting").send("Ja, sluit de meting")
    for path in ("", "/export/csv", "/close"):
        assert remote.get(f"/moments/{moment}{path}").status_code == 200
    for path in ("/groups", f"/groups/{group}", "/groups/new", "/who-sees-what"):
        assert remote.get(path).status_code == 200
    return remote


def administer(server, world, **ids: str) -> Remote:
    """An administrator asks for every address there is, with the ids of what there is."""
    remote, email = Remote(server.url), "beheer@example.org"
    world.trainer(email, role="administrator")
    halfway = Page.at(remote, "/staff/sign-in").send("Log in", email=email, password=PASSWORD)
    assert halfway.send("Ga verder", code=world.code(email)).path == "/admin"
    for rule in world.app.url_map.iter_rules():
        if "GET" in rule.methods and "token" not in rule.arguments:
            answer = remote.get(address_of(world.app, rule, **ids))
            if ROUTES[rule.endpoint] is Access.ADMINISTRATOR and rule.arguments <= ids.keys():
                assert answer.status_code == 200, rule
    return remote


def test_nobody_else_and_nothing_on_the_disk_knows_what_somebody_wrote(
    server, world, database, tmp_path
):
    holder = world.trainer(EMAIL)
    group = world.group(holder, phases=("after",), name=GROUP)
    mine, personal = reflect(server, world.join_code(holder, group))
    world.fill(group, *world.moments(group), *[0.5] * 5)
    trainer = train(server, world, group)
    tokens = [cookie.value for each in (mine, trainer) for cookie in each.cookies]
    assert len(tokens) == 3  # two sessions, and the device of the trainer
    Page.at(Remote(server.url), "/account/sign-in").send("Ga verder", code=f"{personal}0")
    response = world.only_response(world.known(personal))
    (moment,) = world.moments(group)
    places = {"group_id": group, "moment_id": moment, "response_id": response}
    with database.reading() as db:
        places["organisation_id"] = organisations.every(db)[0].id
    admin = administer(server, world, **places)

    secrets = (
        WORDS,
        DRAFT,
        GOAL,
        CAME,
        NAME,
        EMAIL,
        PASSWORD,
        SECRET.decode(),
        factors.spelled(SECRET).replace(" ", ""),
        personal,
        personal.replace("-", ""),
        *tokens,
    )
    on_disk = kept_by(database, tmp_path)
    everywhere = {
        "a trainer's pages": but_its_cookies(trainer),
        "an administrator's pages": but_its_cookies(admin).replace(EMAIL.encode(), b""),
        "what the server said": server.said.read_bytes(),
        "the database": on_disk,
    }
    assert GROUP.encode() in on_disk
    assert b"GET /groups" in everywhere["what the server said"]
    found = [
        (place, secret)
        for place, held in everywhere.items()
        for secret in secrets
        if any(spelling in held for spelling in spellings(secret))
    ]
    assert not found


def but_its_cookies(remote: Remote) -> bytes:
    """All that a browser was sent, but for what it was given to keep."""
    seen = remote.seen
    for cookie in remote.cookies:
        seen = seen.replace(f"{cookie.name}={cookie.value}".encode(), b"")
    return seen


def kept_by(database, folder) -> bytes:
    """Every byte of a database: of SQLite its files, of PostgreSQL its tables."""
    if database.url.get_backend_name() == "sqlite":
        files = sorted(folder.glob("reflect.db*"))
        assert len(files) >= 2, "the log is looked through as well"
        return b"".join(file.read_bytes() for file in files)
    with database.reading() as db:
        rows = [
            db.execute(text(f'SELECT "{table.name}"::text FROM "{table.name}"')).scalars().all()  # noqa: S608 - our own names
            for table in metadata.sorted_tables
        ]
    return "\n".join(row for table in rows for row in table).encode()


def spellings(secret: str) -> tuple[bytes, ...]:
    """How a text may lie somewhere: as it is, in hexadecimal, in base 64."""
    plain = secret.encode()
    return (
        plain,
        plain.hex().encode(),
        b64encode(plain).rstrip(b"=")[:-1],
        secret.encode("utf-16-le"),
    )


def test_a_fault_that_nobody_foresaw_is_logged_without_what_was_typed(client, monkeypatch, caplog):
    def break_down(*_words, **_more):
        raise RuntimeError(WORDS)

    page = Page.at(client, "/start/onveiligheid-opheffen").send("Begin voor mijzelf")
    section = page.send("Ik heb mijn code bewaard").follow("Ga verder")
    monkeypatch.setattr(responses, "write", break_down)
    with caplog.at_level(logging.DEBUG):
        broken = section.send("Bewaar en ga verder", **{"q_signalen-hoger": WORDS})
    assert broken.status == 500
    assert "RuntimeError" in caplog.text
    assert WORDS not in caplog.text
