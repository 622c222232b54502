"""The app as a browser meets it: on a port of its own, on the clock of the test."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from reflect.app import create_app
from reflect.records.engine import Database


class Silent(WSGIRequestHandler):
    """Says nothing of who asks for what."""

    def log(self, *_words) -> None:
        """Nothing: the app itself keeps no list of requests either."""


@dataclass(frozen=True)
class Live:
    """An app that answers at an address."""

    app: Flask
    url: str

    @property
    def house(self):
        return self.app.extensions["reflect"]


@contextmanager
def serving(
    database: Database, instance: Path, clock: Callable[[], datetime], **settings: str
) -> Iterator[Live]:
    """The app on a thread, for as long as it is wanted."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
        app = create_app(
            instance=instance,
            database_url=address(database),
            base_url=f"http://127.0.0.1:{port}",
            clock=clock,
            **settings,
        )
        server = make_server(
            "127.0.0.1", port, app, threaded=True, request_handler=Silent, fd=place.fileno()
        )
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Live(app, f"http://127.0.0.1:{port}")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
            app.extensions["reflect"].database.close()


def address(database: Database) -> str:
    """The URL of a database, whole."""
    return database.url.render_as_string(hide_password=False)
