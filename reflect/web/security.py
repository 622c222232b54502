"""Whom to tell of a hole in this instance: /.well-known/security.txt, as RFC 9116 has it."""

from datetime import UTC, timedelta

from flask import Blueprint, Response, abort, url_for

from reflect.config import SENDER, Config
from reflect.language import LANGUAGES
from reflect.web import current

pages = Blueprint("security", __name__, url_prefix="/.well-known")

VALID = timedelta(days=90)  # from whenever it is asked for; RFC 9116 wants less than a year


@pages.get("/security.txt")
def contact() -> Response:
    """The contact of the instance; 404 where that is no address that a program can follow."""
    config = current.house().config
    reached = _link(config.contact) or abort(404)
    until = (current.now() + VALID).astimezone(UTC)
    lines = [
        f"Contact: {reached}",
        f"Expires: {until:%Y-%m-%d}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        *_canonical(config),
    ]
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")


def _link(contact: str) -> str:
    """An address of mail or a page of the web as a link; nothing of anything else."""
    if SENDER.fullmatch(contact):
        return f"mailto:{contact}"
    is_page = contact.startswith("https://") and contact.isascii() and contact.isprintable()
    return contact if is_page and " " not in contact else ""


def _canonical(config: Config) -> list[str]:
    """Where it belongs; a trial on this machine belongs nowhere."""
    here = config.origin + url_for("security.contact")
    return [f"Canonical: {here}"] if config.is_secure else []
