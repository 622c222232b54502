"""The table of contents: what a page of links names, in its order; the pages stay Markdown.

The first page has a part for each kind of reader, under a heading; the index of a folder names
the pages of that folder.
"""
# ruff: noqa: INP001 - read by Sphinx beside conf.py

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

INDEXES = ("index", "README")
LINK = re.compile(r"\]\(([^)#:\s]+)\.md(?:#[^)]*)?\)")


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls us at."""
    app.connect("source-read", _list)
    app.connect("doctree-read", _name_folders)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _list(app: Sphinx, docname: str, source: list[str]) -> None:
    """Lay what an index links to below it, as Sphinx wants it."""
    root = Path(app.srcdir)
    if docname == app.config.root_doc:
        for part in source[0].split("\n## ")[1:]:
            caption, _, text = part.partition("\n")
            source[0] += _tree(_from_home(text, root / "docs", root), caption)
    elif docname.startswith("docs/") and docname.rpartition("/")[2] in INDEXES:
        source[0] += _tree(_in_folder(source[0], (root / docname).parent, root))


def _tree(names: Iterator[str], caption: str = "") -> str:
    """A hidden table of contents, each page in it once; none where there is no page."""
    listed = list(dict.fromkeys(names))
    head = ["\n\n```{toctree}", ":hidden:", f":caption: {caption}" if caption else ":maxdepth: 1"]
    return "\n".join([*head, "", *listed, "```\n"]) if listed else ""


def _from_home(text: str, folder: Path, root: Path) -> Iterator[str]:
    """What a part of the first page names: pages by themselves, and the indexes of folders."""
    for page in _linked(text, folder):
        if page.name in INDEXES or page.parent in (root, folder):
            yield f"/{page.relative_to(root).as_posix()}"


def _in_folder(text: str, folder: Path, root: Path) -> Iterator[str]:
    """What an index names of its own folder."""
    for page in _linked(text, folder):
        if page.parent == folder and page.name not in INDEXES:
            yield f"/{page.relative_to(root).as_posix()}"


def _linked(text: str, folder: Path) -> Iterator[Path]:
    """The pages that a text links to, without their suffix."""
    for link in LINK.findall(text):
        yield (folder / link).resolve()


def _name_folders(app: Sphinx, doctree: nodes.document) -> None:
    """A folder can be opened at a code host alone: here its name stands without a link."""
    folder = (Path(app.srcdir) / app.env.docname).parent
    for link in list(doctree.findall(pending_xref)):
        if (folder / link["reftarget"]).is_dir():
            link.replace_self(link.children)
