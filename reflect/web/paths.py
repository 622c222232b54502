"""Addresses that came in from outside, and where they may lead."""

from urllib.parse import urlsplit


def local(path: str, otherwise: str = "/") -> str:
    """The path if it surely stays on this site, else another one.

    Browsers read a backslash as a slash and skip control characters, so neither may stand in it.
    """
    plain = path.isascii() and path.isprintable() and "\\" not in path
    if not plain or not path.startswith("/") or path.startswith("//"):
        return otherwise
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else otherwise
