"""The wide tables of the guides: on a phone a row is a block, and each cell says its column."""
# ruff: noqa: INP001 - read by Sphinx beside conf.py

from docutils import nodes
from sphinx.application import Sphinx

GUIDES = {"professionals", "trainers", "privacy"}  # folders that are read on a phone too
WIDE = 5  # columns: of so many a phone would show the first ones alone


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls us at."""
    app.connect("doctree-read", _name_cells)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _name_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Say in each cell what its column is called; a wide screen shows that at the top alone."""
    if GUIDES.isdisjoint(app.env.docname.split("/")):
        return
    for table in doctree.findall(nodes.table):
        head, *rows = table.findall(nodes.row)
        names = [cell.astext() for cell in head.children]
        if len(names) >= WIDE:
            table["classes"].append("stacks")
            for cell, name in ((c, n) for row in rows for c, n in zip(row, names, strict=True)):
                for text in cell.children[:1]:
                    text.insert(0, nodes.inline("", name, classes=["column"]))
