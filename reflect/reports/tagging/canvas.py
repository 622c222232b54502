"""A canvas that marks all it draws, and writes the structure tree when it saves."""

import time
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from pathlib import Path
from typing import IO, Any

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
)

from reflect.reports.tagging.marks import Marks
from reflect.reports.tagging.metadata import Metadata
from reflect.reports.tagging.tree import ROOT, Annotation, Element, Run, Tree
from reflect.reports.tagging.writing import WritingCanvas

_PROFILE = Path(__file__).with_name("srgb.icc").read_bytes()
_PRINTED = 4  # an annotation's flag: shown on paper too, as PDF/A asks
_write_stream = PDFStream.format


def _stream_with_line_end(stream: PDFStream, document: PDFDocument) -> bytes:
    """PDF/A (6.1.7.1) wants a line end before "endstream"; ReportLab writes none."""
    return _write_stream(stream, document).removesuffix(b"endstream\n") + b"\nendstream\n"


PDFStream.format = _stream_with_line_end  # type: ignore[method-assign, assignment] # there is no hook


rl_config.useA85 = 0  # streams as they are: a fifth smaller, and sooner written


class TaggedCanvas(WritingCanvas):
    """Draws as any canvas; what is drawn inside `marked` belongs to an element of the tree."""

    _pageNumber: int  # noqa: N815 - ReportLab's name
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, file: IO[bytes], *, metadata: Metadata, **options: Any) -> None:
        """Start a document with nothing in it but its date."""
        super().__init__(file, **options)
        self.metadata = metadata
        self.top = Element("Document")
        self.keys = count()  # of bookmarks
        self.is_marking = False  # whether what is drawn belongs to something already
        self._runs: list[Element] = []  # on this page
        self._links: list[tuple[Element, Any, PDFObjectReference]] = []  # on this page
        self._owners: list[list[Element] | Element] = []
        stamp = TimeStamp(invariant=True)
        stamp.t, stamp.lt = metadata.seconds, time.gmtime(metadata.seconds)
        stamp.YMDhms = tuple(stamp.lt)[:6]
        self._doc._timeStamp = stamp  # type: ignore[attr-defined] # noqa: SLF001 - the only way to date it

    def marked(self, element: Element) -> AbstractContextManager[object]:
        """What is drawn inside belongs to the element, unless it belongs to something already."""
        if self.is_marking:
            return nullcontext()
        number = len(self._runs)
        element.kids.append(Run(self._pageNumber - 1, number))
        self._runs.append(element)
        return Marks(self, f"/{element.tag} <</MCID {number}>> BDC")

    def artifact(self, kind: str) -> AbstractContextManager[object]:
        """What is drawn inside is no content: a rule, a page number. Kind: Layout, Pagination."""
        return nullcontext() if self.is_marking else Marks(self, f"/Artifact <</Type /{kind}>> BDC")

    def link(self, url: str, words: str, box: tuple[float, float, float, float]) -> Element:
        """A link over a box (left, bottom, right, top; in points): its element, to be marked."""
        element = Element("Link", Element("P", self.top))
        self.linkURL(url, box, relative=1)
        reference = self._annotationrefs[-1]
        annotation = self._doc.idToObject[reference.name]
        annotation["Contents"] = PDFString(words)  # type: ignore[index] # it is a dictionary
        annotation["F"] = _PRINTED  # type: ignore[index] # likewise
        self._links.append((element, annotation, reference))
        return element

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page, and note whose its runs and links are."""
        super().showPage()
        number = self._pageNumber - 2  # that page, counted from 0
        page = self._doc.idToObject[f"Page{number + 1}"]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # type: ignore[attr-defined] # it is a PDFPage
        page.StructParents = len(self._owners)  # type: ignore[attr-defined] # likewise
        page.Tabs = PDFName("S")  # type: ignore[attr-defined] # likewise: by structure
        self._owners.append(self._runs)
        for element, annotation, reference in self._links:
            annotation["StructParent"] = len(self._owners)
            self._owners.append(element)
            element.kids.append(Annotation(number, reference))
        self._runs, self._links = [], []

    def save(self) -> None:
        """Write the tree, the metadata and the colour profile, and then the document."""
        document: Any = self._doc
        tree = Tree(self.top, self._owners)
        for element in self.top.walk():
            document.Reference(element, element.name)
        catalog = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.StructTreeRoot = document.Reference(tree, ROOT)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = XMP(creator=lambda doc: self.metadata.xmp(doc.info.producer))
        catalog.Metadata.filters = []  # PDF/A: may not be compressed
        catalog.OutputIntents = PDFArray([_output_intent(document)])
        super().save()


def _output_intent(document: Any) -> PDFDictionary:
    profile = document.Reference(PDFStream(PDFDictionary({"N": 3}), _PROFILE), "ColourProfile")
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"),
            "DestOutputProfile": profile,
        }
    )
