"""Whether the app is alive, and whether it can work: for whoever runs it."""

from flask import Blueprint, Response

from reflect.records.revision import at_head
from reflect.web import current

pages = Blueprint("health", __name__, url_prefix="/health")


@pages.get("/live")
def live() -> Response:
    """The process answers."""
    return Response("live\n", mimetype="text/plain")


@pages.get("/ready")
def ready() -> Response:
    """The database answers, and has the tables of this version."""
    able = at_head(current.db())
    word, status = ("ready\n", 200) if able else ("not ready: run `reflect migrate`\n", 503)
    return Response(word, status, mimetype="text/plain")
