"""Addresses that came in from outside, and where they may lead."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.routing import BaseConverter


class OpaqueId(BaseConverter):
    """An id as the records make it: anything else is no address here."""

    regex = "[A-Za-z0-9_-]{22}"


class Slug(BaseConverter):
    """An id as authors write it: a questionnaire, a section, a kind of file."""

    regex = "[a-z0-9][a-z0-9-]{0,63}"


def know(app: Flask) -> None:
    """Let addresses say of what kind their ids are; and none is mended by sending people on."""
    app.url_map.merge_slashes = False  # behind a proxy that would lead from https to http
    app.url_map.converters.update(id=OpaqueId, slug=Slug)


def local(path: str, otherwise: str = "/") -> str:
    """The path if it surely stays on this site, else another one.

    Browsers read a backslash as a slash and skip control characters, so neither may stand in it.
    """
    plain = path.isascii() and path.isprintable() and "\\" not in path
    if not plain or not path.startswith("/") or path.startswith("//"):
        return otherwise
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else otherwise
