"""The structure tree: what on the pages is a heading, a paragraph, a cell, a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

ROOT = "StructTreeRoot"


class Run(NamedTuple):
    """A stretch of content on a page; pages count from 0, and so do the runs of each."""

    page: int
    number: int


class Annotation(NamedTuple):
    """Something on a page that can be clicked."""

    page: int
    reference: PDFObjectReference


class Element(PDFObject):
    """One structure element (ISO 32000-1, 14.7.2); it writes itself as a PDF dictionary.

    `attributes` is the inside of its attribute dictionary, in PDF: "/O/Table/Scope/Column".
    """

    def __init__(
        self, tag: str, parent: Element | None = None, *, alt: str = "", attributes: str = ""
    ) -> None:
        """Hang the element under its parent, after what hangs there."""
        self.tag = tag
        self.parent = parent
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Element | Run | Annotation] = []
        self.name = ROOT
        if parent:
            parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def format(self, document: PDFDocument) -> bytes:
        """The element as a PDF dictionary."""
        page = next((kid.page for kid in self.kids if not isinstance(kid, Element)), None)
        parent = self.parent.name if self.parent else ROOT
        entries = [f"/S/{self.tag}/P ".encode(), _link(parent, document)]
        if page is not None:
            entries += [b"/Pg ", _page(page, document)]
        if self.alt:
            entries += [b"/Alt ", PDFString(self.alt).format(document)]
        if self.attributes:
            entries.append(f"/A<<{self.attributes}>>".encode())
        kids = [_kid(kid, page, document) for kid in self.kids]
        return b"<<" + b"".join(entries) + b"/K[" + b" ".join(kids) + b"]>>"


class Tree(PDFObject):
    """The root of the tree: the document's element, and the way back from the pages.

    `owners` holds, by number, the elements of a page's runs, or the element of an annotation.
    """

    def __init__(self, top: Element, owners: Sequence[list[Element] | Element]) -> None:
        """Name every element in reading order, so that equal input gives equal bytes."""
        self.top = top
        self.owners = owners
        for number, element in enumerate(top.walk()):
            element.name = f"element{number}"

    def format(self, document: PDFDocument) -> bytes:
        """The root as a PDF dictionary."""
        ways = [
            b"%d %s" % (number, _way(owner, document)) for number, owner in enumerate(self.owners)
        ]
        return b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            _link(self.top.name, document),
            b" ".join(ways),
            len(ways),
        )


def _way(owner: list[Element] | Element, document: PDFDocument) -> bytes:
    if isinstance(owner, Element):
        return _link(owner.name, document)
    return b"[" + b" ".join(_link(element.name, document) for element in owner) + b"]"


def _kid(kid: Element | Run | Annotation, page: int | None, document: PDFDocument) -> bytes:
    if isinstance(kid, Element):
        return _link(kid.name, document)
    if isinstance(kid, Annotation):
        target = kid.reference.format(document)
        return b"<</Type/OBJR/Pg %s/Obj %s>>" % (_page(kid.page, document), target)
    if kid.page == page:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %s/MCID %d>>" % (_page(kid.page, document), kid.number)


def _link(name: str, document: PDFDocument) -> bytes:
    number, version = document.idToObjectNumberAndVersion[name]
    return b"%d %d R" % (number, version)


def _page(page: int, document: PDFDocument) -> bytes:
    return _link(f"Page{page + 1}", document)  # ReportLab names pages from 1
