"""The links of the built site: each leads to what is there; nothing is loaded from elsewhere."""
# ruff: noqa: INP001 - read by Sphinx beside conf.py

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

LOADS = {"script", "img", "source", "iframe", "object", "embed", "video", "audio", "use", "image"}
TAG = re.compile(r"<([a-z][a-z0-9]*)(\s[^<>]*)>")
ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
CALLED_IN = re.compile(r"""url\(\s*['"]?(https?:)?//|@import\s+['"](https?:)?//""")


class Page:
    """A page: the places in it, where it leads, and what it loads."""

    def __init__(self, file: Path) -> None:
        """A file of HTML, read: as Sphinx writes it, so that patterns do, and are quick."""
        self.ids: set[str] = {""}
        self.links: list[str] = []
        self.loads: list[str] = []
        for tag, inside in TAG.findall(file.read_text("utf-8")):
            given = {name: unescape(value) for name, value in ATTRIBUTE.findall(inside)}
            self.ids |= {given[name] for name in ("id", "name") if name in given}
            loading = tag in LOADS or (tag == "link" and "stylesheet" in given.get("rel", ""))
            found = (given[name] for name in ("href", "src", "data") if name in given)
            (self.loads if loading else self.links).extend(found)


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls us at."""
    app.connect("build-finished", _check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _check(app: Sphinx, failed: Exception | None) -> None:
    """Stop the build where a link leads nowhere, or something is loaded from elsewhere."""
    if failed or app.builder.format != "html":
        return
    found = faults(Path(app.outdir))
    if found:
        raise ExtensionError("\n".join(["links that are not right:", *found]))


def faults(site: Path) -> list[str]:
    """What is wrong with the links and loads of a built site, a line each."""
    pages = {file: Page(file) for file in sorted(site.rglob("*.html"))}
    found = [
        f"{file.relative_to(site)}: {link} {wrong}"
        for file, page in pages.items()
        for link in dict.fromkeys((*page.links, *page.loads))
        if (wrong := _wrong(file, link, pages))
    ]
    styles = [file for file in site.rglob("*.css") if CALLED_IN.search(file.read_text("utf-8"))]
    return found + [f"{file.relative_to(site)} loads from elsewhere" for file in styles]


def _wrong(file: Path, link: str, pages: dict[Path, Page]) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return "is loaded from elsewhere" if parts.netloc and link in pages[file].loads else ""
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    place = unquote(parts.fragment)
    there = place in pages[target].ids if target in pages else target.exists()
    return "" if there else "leads nowhere"
