"""Printing does each thing once: counted, as a clock would tell of the machine too."""

import gc
from collections import Counter

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFontFace
from reportlab.platypus import BaseDocTemplate, Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from reflect.reports.blocks import Figures
from reflect.reports.stationery import FULL
from reflect.reports.tables import table
from tests.reports.making import ANSWERS, document

COUNTED = (
    (BaseDocTemplate, "build"),
    (TTFontFace, "__init__"),
    (TTFontFace, "makeSubset"),
    (ParaParser, "parse"),
    (Paragraph, "breakLines"),
)


@pytest.fixture
def asked(monkeypatch):
    """What ReportLab was asked of all that takes it long, and of whom, by a second report."""
    asked = {name: [] for _, name in COUNTED}

    def count(owner, name):
        whole = getattr(owner, name)

        def once(self, *given, **options):
            width = str(given) if name == "breakLines" else ""
            asked[name].append((self, width))  # and not its id, which another may get
            return whole(self, *given, **options)

        monkeypatch.setattr(owner, name, once)

    document()
    for owner, name in COUNTED:
        count(owner, name)
    document(ANSWERS | {"losse": "Nog een verhaal, in één zin."})
    return asked


def test_a_report_is_laid_out_once_with_letters_that_are_packed_already(asked):
    assert [len(asked[name]) for name in ("build", "__init__", "makeSubset")] == [1, 0, 0]


def test_only_what_has_markup_is_read_as_markup(asked):
    assert 0 < len(asked["parse"]) < len(asked["breakLines"]) / 10


def test_a_text_is_broken_into_lines_once_for_each_width(asked):
    assert set(Counter(asked["breakLines"]).values()) == {1}


def test_nothing_of_a_person_stays_when_the_report_is_printed():
    def held():
        gc.collect()
        kept = [each for each in gc.get_objects() if isinstance(each, Flowable | PDFDocument)]
        texts = {each.text for each in gc.get_objects() if isinstance(each, ParaFrag)}
        return len(kept), texts, [len(getFont(name).state) for name in ("Text", "Text-Bold")]

    document()
    before = held()
    document(
        ANSWERS | {"losse": "Over de hond van meneer Okk\u0119rse \u0416"}, name="Noor Okkerse"
    )

    assert held() == before
    assert before[1:] == ({"x"}, [0, 0])


def test_what_follows_of_a_row_that_breaks_begins_where_its_table_begins():
    whole = table(Figures("", ("Vraag", "Antwoord"), (("Wat?", "het kind " * 200),)), FULL)
    whole.wrap(FULL, 100)

    pieces = whole.split(FULL, 100)

    assert [piece.hAlign for piece in pieces] == [whole.hAlign] * 2
