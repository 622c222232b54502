"""An app with a real mail server behind it, and what arrives there."""

import re
from contextlib import contextmanager
from dataclasses import dataclass, replace

from flask import Flask

from reflect.commands.posting import Round, post
from tests.post.sink import HERE, Sink, listening

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
LINK = re.compile(r"http://127\.0\.0\.1:8000(/\S+)")


@dataclass
class Mailing:
    """The mailboxes of everybody."""

    app: Flask
    sink: Sink

    @property
    def house(self):
        return self.app.extensions["reflect"]

    def delivered(self):
        """What one round of the postman brings."""
        before = len(self.sink.mails)
        here = Round(self.house.config, self.house.database, self.house.ring, self.house.clock)
        post(here)
        assert here.troubles == []
        return self.sink.mails[before:]

    def link(self) -> str:
        """The path of the only link in the only mail of a round."""
        (mail,) = self.delivered()
        (path,) = LINK.findall(mail.get_content())
        return path


def set_up(app: Flask, port: int) -> None:
    """Let an app send its mail to a port of this machine."""
    house = app.extensions["reflect"]
    mail = {"mail_host": HERE, "mail_port": port, "mail_security": "none"}
    house.config = replace(house.config, **mail, mail_sender="reflect@example.nl")


@contextmanager
def mailing(app: Flask):
    """The app with its mail server, for as long as it is wanted."""
    with listening() as (sink, port):
        set_up(app, port)
        yield Mailing(app, sink)
