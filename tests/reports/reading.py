"""What stands in a report, read as a reader does: the texts of its parts, and of its PDF."""

import io
import re
from dataclasses import fields, is_dataclass

from pypdf import PdfReader

from reflect.reports import blocks

FOOT = re.compile(r"[^\n]* · \d+ \w+ \d{4} · (alleen voor jou|for your eyes only)\s+\d+")


def said(part) -> list[str]:
    """Every text of a part, in reading order, as a page and a PDF show it."""
    return [part.above, part.title, *(text for block in part.blocks for text in texts(block))]


def texts(block) -> list[str]:
    """What a block says; an address and the words instead of a picture are not in sight."""
    if isinstance(block, blocks.Picture):
        return [text for mark in block.marks for text in (mark.words, mark.number)]
    return [
        text
        for field in fields(block)
        if field.name != "url"
        for text in _flat(getattr(block, field.name))
    ]


def _flat(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _flat(each)]
    return texts(value) if is_dataclass(value) else []


def reader(paper) -> PdfReader:
    return PdfReader(io.BytesIO(paper.body))


def read(paper) -> str:
    """The text of a PDF without the foot of its pages, its white space made single."""
    pages = [page.extract_text() for page in reader(paper).pages]
    return squeezed(" ".join(FOOT.sub("", page) for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def packed(text: str) -> str:
    """Without white space: lines may break anywhere."""
    return re.sub(r"\s+", "", text)
