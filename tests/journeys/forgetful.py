"""An app that says "kept" and keeps nothing: what the test of crashes has to find out."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from reflect import app
from reflect.records.engine import Database, Session


class Forgetful(Database):
    """A database in which a commit is only said."""

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with super().writing() as db:
            db.commit = db.flush
            yield db


def create_app() -> Flask:
    made = app.create_app()
    house = made.extensions["reflect"]
    house.database = Forgetful(house.config.database)
    return made
