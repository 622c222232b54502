"""Whatever somebody types comes back from paper as it was, in the letters that there are."""

import subprocess
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus.paraparser import ParaParser

from reflect.reports.blocks import Figures, Paragraph, Part, Quote
from reflect.reports.letters import writable
from reflect.reports.paper import printed
from reflect.reports.printing import marked_up
from reflect.reports.stationery import STYLES
from reflect.reports.tagging import Metadata
from tests.reports.making import DAY, document, filled_in, report, shipped
from tests.reports.reading import packed, said

MARKUP = (
    "<b>",
    "</b>",
    "&",
    "&amp;",
    "&#60;",
    "<br/>",
    "<img src='/x'/>",
    "<a href='x'>",
    "]]>",
    "<!--",
)
TYPED = st.lists(st.sampled_from(MARKUP) | st.text(max_size=20), max_size=12).map("".join)


def text_of(pdf, *words):
    """What poppler reads in a PDF."""
    asked = ["pdftotext", "-q", *words, "-", "-"]
    return subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()  # noqa: S603 - our own words


@given(TYPED)
@settings(max_examples=5000)
def test_no_text_is_markup(typed):
    style, pieces, _ = ParaParser().parse(marked_up(typed), STYLES["body"])

    told = "".join("\n" if hasattr(piece, "lineBreak") else piece.text for piece in pieces)
    assert packed(told) == packed(writable(typed))
    assert not any(getattr(piece, "link", None) for piece in pieces)
    assert style.fontSize == STYLES["body"].fontSize
    assert packed(unescape(marked_up(typed).replace("<br/>", "\n"))) == packed(writable(typed))


@given(TYPED)
@settings(max_examples=100)
def test_a_text_comes_back_from_every_place_on_paper(typed):
    blocks = (
        Quote("Vraag?", typed),
        Paragraph(typed),
        Figures("", ("Een", "Twee"), ((typed, "2"),)),
    )
    parts = (Part("a", "Titel", ()), Part("b", "Deel", blocks))

    told = packed(text_of(printed(parts, Metadata("Titel", "Wij", "nl", DAY), "voet"), "-raw"))

    assert told.count(packed(writable(typed))) >= len(blocks) or not packed(writable(typed))


@pytest.mark.parametrize("code", ["nl", "en"])
def test_who_listens_hears_the_parts_in_their_order(tmp_path, code):
    questionnaire = shipped()
    answers = filled_in(questionnaire)
    file = tmp_path / "report.pdf"
    file.write_bytes(document(answers, of=questionnaire, code=code).body)

    asked = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(asked, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own words

    heard = packed("".join(line.strip().strip('"') for line in told.splitlines() if '"' in line))
    at = 0
    parts = report(answers, of=questionnaire, code=code).values()
    for part in sorted(parts, key=lambda one: one.apart):  # a sheet of its own comes last
        at = heard.index(packed(part.title), at)
        for text in filter(None, said(part)[2:5]):
            assert packed(text) in heard[at:]


def test_a_title_that_no_page_can_hold_is_printed_all_the_same():
    title = "Onveiligheid opheffen " * 400
    parts = (Part("a", title, ()), Part("b", title, (Paragraph("tekst"),)))

    told = packed(text_of(printed(parts, Metadata("Titel", "Wij", "nl", DAY), "voet")))

    assert told.count("Onveiligheid") == 800
