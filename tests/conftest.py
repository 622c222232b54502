"""What every test may ask for: databases, the app with its own clock, a watchful client."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule

from reflect.app import create_app
from reflect.config import folder
from reflect.questionnaire import Library, Questionnaire
from tests.databases import database, postgres, postgres_server, ring, sqlite, sqlite_template
from tests.tripwire import Tripwire

__all__ = ["database", "postgres", "postgres_server", "ring", "sqlite", "sqlite_template"]


settings.register_profile("house", derandomize=True, deadline=None)  # red means changed, not luck
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _push_request_context():
    """Not pytest-flask's: it would share one `g` among the requests of a test."""
    return


@pytest.fixture(scope="session", autouse=True)
def _compiled_routes():
    """The addresses of the routes, compiled once for all apps: half of what an app costs."""
    kept, compiled = {}, Rule._compile_builder  # noqa: SLF001 - Werkzeug keeps none itself

    def compiled_once(rule, append_unknown=True):  # noqa: FBT002 - as Werkzeug asks
        key = rule.rule, repr(rule.defaults), append_unknown
        if key not in kept:
            kept[key] = compiled(rule, append_unknown)
        return kept[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Rule, "_compile_builder", compiled_once)
        yield


@dataclass
class Clock:
    """The time in the app: it stands still until a test moves it."""

    now: datetime = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step) -> None:
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def shelf() -> tuple[Questionnaire, ...]:
    """The shipped questionnaires, read once for all apps; each has a library of its own."""
    return tuple(Library.read(folder("questionnaires")))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory) -> FileSystemBytecodeCache:
    """The templates, compiled once for all apps."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(database, tmp_path, clock, shelf, compiled):
    """The whole app, on a database of its own."""
    url = database.url.render_as_string(hide_password=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Library, "read", lambda _: Library(shelf))
        app = create_app(instance=tmp_path, database_url=url, clock=clock)
    app.jinja_env.bytecode_cache = compiled
    app.test_client_class = Tripwire
    app.testing = True
    yield app
    app.extensions["reflect"].database.close()


@pytest.fixture
def client(app):
    """A browser without JavaScript that looks at every page it gets."""
    return app.test_client()
