"""The app, put together: settings, library, records, pages. A table of contents."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from reflect.config import Config, folder, read_config
from reflect.language import now
from reflect.questionnaire import Library
from reflect.records import imports
from reflect.records.backup import Erasures
from reflect.records.engine import Database, DatabaseFault
from reflect.records.instance import ready
from reflect.records.revision import at_head
from reflect.web import access, assets, current, errors, fresh, headers, metrics, noting, pages

Clock = Callable[[], datetime]
BIGGEST_REQUEST = 256 * 1024  # bytes: a section with every text as long as it may be


class Plain(Flask):
    """Flask with plain views alone: it need not look anew, at each request, whether they are."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """As it is."""
        return func


def create_app(config: Config | None = None, **overrides: Any) -> Flask:
    """The app of an instance that `reflect run` or `reflect migrate` has made ready.

    overrides: settings, and `clock`. ConfigFault, KeyRingFault, DatabaseFault and FaultyDefinition
    say in a line what the operator has to do.
    """
    clock: Clock = overrides.pop("clock", now)
    config = config or read_config(**overrides)
    app = Plain("reflect.web", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=BIGGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=BIGGEST_REQUEST,
        MAX_FORM_PARTS=1000,
    )
    current.furnish(app, _house(config, clock))
    metrics.watch(app, config.metrics)
    errors.explain(app)
    headers.guard(app)
    noting.watch(app)
    access.guard(app)
    fresh.guard(app)
    pages.open_all(app)
    assets.serve(app)
    headers.cover(app, secure=config.is_secure)
    if config.proxies:  # never more than there are: what a client says of itself is not believed
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=config.proxies, x_proto=0, x_host=0)  # type: ignore[method-assign] # how WSGI is wrapped
    return app


def _house(config: Config, clock: Clock) -> current.House:
    database, library = Database(config.database), Library.read(folder("questionnaires"))
    with database.reading() as db:
        if not at_head(db):
            raise DatabaseFault("The database is not of this version: run `reflect migrate` first.")
        imports.restore(db, library)
    ring = ready(database, config.keys)
    database.close()  # whoever forks from here takes no connection along
    database.before_commit = Erasures(config.erased, ring).keep
    return current.House(
        config=config,
        library=library,
        database=database,
        ring=ring,
        clock=clock,
    )
