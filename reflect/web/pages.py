"""All pages, and what every template can say."""

from typing import Any

from flask import Flask, request

from reflect.web import (
    account,
    assets,
    current,
    forms,
    groups,
    health,
    moments,
    paths,
    picture,
    reflections,
    report,
    staff,
    start,
)

ROOMS = (start, account, reflections, report, staff, groups, moments, picture, health)


def open_all(app: Flask) -> None:
    """Put every page at its address."""
    paths.know(app)
    for room in ROOMS:
        app.register_blueprint(room.pages)
    app.jinja_env.globals.update(static=assets.address)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(words)


def words() -> dict[str, Any]:
    """The language, what was just done, who is there, and the token of their forms."""
    here, t = current.who(), current.language()
    known = {
        "t": t,
        "language": t.code,
        "who": here,
        "floor": current.house().config.floor,
        "news": t.messages.get(f"said.{request.args.get('said')}"),
    }
    return known | ({"csrf_token": forms.form_token} if here else {})
