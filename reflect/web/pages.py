"""All pages, and what every template can say."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask, request
from flask.templating import Environment
from werkzeug.local import LocalProxy

from reflect.web import (
    account,
    admin,
    agenda,
    assets,
    audit,
    authenticator,
    colleagues,
    compare,
    credentials,
    current,
    devices,
    evaluation,
    forms,
    fresh,
    goals,
    groups,
    handing,
    health,
    imports,
    instruments,
    invitation,
    inviting,
    mail,
    metrics,
    moments,
    organisation,
    organisations,
    paths,
    picture,
    plans,
    present,
    preview,
    recovery,
    reflections,
    repairs,
    report,
    rights,
    roles,
    security,
    staff,
    start,
    trials,
    unions,
)

ROOMS = (
    start,
    instruments,
    preview,
    account,
    mail,
    recovery,
    rights,
    reflections,
    report,
    compare,
    goals,
    agenda,
    staff,
    authenticator,
    fresh,
    credentials,
    groups,
    plans,
    repairs,
    handing,
    invitation,
    inviting,
    moments,
    present,
    picture,
    organisation,
    unions,
    evaluation,
    imports,
    trials,
    colleagues,
    admin,
    organisations,
    audit,
    security,
    health,
    metrics,
)


class Templates(Environment):
    """Templates that say all the same things; each import of a macro looks which those are."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The dict of all templates itself, where Jinja lays one of each template over it."""
        return super().make_globals(d) if d else self.globals


def open_all(app: Flask) -> None:
    """Put every page at its address."""
    app.jinja_environment = Templates
    paths.know(app)
    for room in ROOMS:
        app.register_blueprint(room.pages)
    app.jinja_env.globals.update(  # so that macros need no context, and are made once for all
        static=assets.address,
        t=LocalProxy(current.language),
        csrf_token=token,
        device_words=devices.said,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(words)


def words() -> dict[str, Any]:
    """The language, what was just done, and who is there."""
    here, t = current.who(), current.language()
    return {
        "t": t,
        "language": t.code,
        "who": here,
        "menu": roles.menu,
        "sends_mail": current.house().config.sends_mail,
        "floor": current.house().config.floor,
        "news": t.messages.get(f"said.{request.args.get('said')}"),
    }


def token() -> str:
    """The token of this session's forms; nothing where there is no session."""
    return forms.form_token() if current.session() else ""
