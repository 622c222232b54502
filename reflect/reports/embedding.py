"""A typeface whose common letters are measured, written and embedded alike in every document."""

from codecs import charmap_encode
from functools import cached_property
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfbase.ttfonts import TTFont

_SPACE, _HELD = 0x20, 0xA0  # a held space looks as any other
_ASCII = tuple(range(_SPACE, 0x7F))
_LATIN = (*range(0xA1, 0xAD), *range(0xAE, 0x100))  # without the soft hyphen
_TYPED = tuple(map(ord, "‘’“”„–—…•€−"))  # noqa: RUF001 - what reports and keyboards write
_PART = 256  # the codes of one part of a typeface


class Written(PDFObject):
    """An object that is in PDF already, as it is the same in every document."""

    def __init__(self, content: bytes) -> None:
        """The content refers to nothing."""
        self.content = content

    def format(self, _: PDFDocument) -> bytes:
        """The content."""
        return self.content


class _Packed(NamedTuple):
    """The common letters as every document bears them, in PDF."""

    file: bytes
    meanings: bytes  # which code is which letter
    look: dict[str, Any]
    font: dict[str, Any]


class _Widths(dict[str, float]):
    """The width of each letter, in thousandths of the size."""

    def __init__(self, font: TTFont) -> None:
        super().__init__({chr(code): width for code, width in font.face.charWidths.items()})
        self.other: float = font.face.defaultWidth

    def __missing__(self, letter: str) -> float:
        return self.other


class Font(TTFont):
    """A TrueType font of which every document bears the same common letters.

    They are cut from the file and packed once a process; what a document has besides them goes
    into parts of its own, as ReportLab makes them. No letter that somebody wrote is kept.
    """

    def __init__(self, name: str, file: str) -> None:
        """Read the file."""
        super().__init__(name, file)
        codes = [code for code in (*_LATIN, *_TYPED) if code in self.face.charToGlyph]
        self._letters = [*[0] * _SPACE, *_ASCII, *codes]
        places = {code: place for place, code in enumerate(self._letters) if code}
        self._places = {**places, 0: 0}
        self._codes = {**places, _HELD: _SPACE}
        self._width = _Widths(self).__getitem__
        self.common = frozenset(map(chr, self._codes))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002, N802 - ReportLab's
        """How wide the text is (points)."""
        return 0.001 * size * sum(map(self._width, text))

    def splitString(  # noqa: N802 - ReportLab's name
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The text in pieces of one part each: the number of the part, and its codes."""
        if doc not in self.state:
            self.state[doc] = self._begun()
        try:
            return [(0, charmap_encode(text, "strict", self._codes)[0])]
        except UnicodeEncodeError:
            pieces: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return pieces

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Embed what the document shows of it; where common letters are all, they are packed."""
        state: Any = self.state[doc]
        if len(state.subsets) > 1:
            super().addObjects(doc)
            return
        del self.state[doc]
        document: Any = doc
        name, packed = f"{state.internalName}+0", self._packed
        file = document.Reference(Written(packed.file), f"{name} file")
        look = PDFDictionary({**packed.look, "FontFile2": file})
        parts = {
            "Name": f"/{name}",
            "ToUnicode": document.Reference(Written(packed.meanings), f"{name} meanings"),
            "FontDescriptor": document.Reference(look, f"{name} look"),
        }
        font = document.Reference(PDFDictionary({**packed.font, **parts}), name)
        document.idToObject["BasicFonts"].dict[name] = font

    @cached_property
    def _packed(self) -> _Packed:
        """What ReportLab makes of the common letters, taken from a document that nobody sees."""
        document: Any = PDFDocument(compression=1)
        self.state[document] = self._begun()
        super().addObjects(document)
        objects = document.idToObject
        font = objects[next(iter(objects["BasicFonts"].dict))]
        look = objects[font.FontDescriptor.name].dict
        return _Packed(
            objects[look["FontFile2"].name].format(document),
            objects[font.ToUnicode.name].format(document),
            look,
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName(font.Subtype),
                "BaseFont": PDFName(font.BaseFont),
                "FirstChar": font.FirstChar,
                "LastChar": font.LastChar,
                "Widths": font.Widths.format(document),
            },
        )

    def _begun(self) -> Any:
        """A document's account of its letters: the common ones have their places already."""
        state: Any = TTFont.State(ttf=self)
        state.assignments = dict(self._places)
        state.subsets = [list(self._letters)]
        state.nextCode = _PART
        return state
