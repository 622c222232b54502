"""The tags of the PDF: what is a heading, a list, a table, a figure, a link."""

from collections import Counter
from itertools import pairwise

import pytest
from reportlab.platypus import PageBreak

from reflect.reports import Document
from reflect.reports.blocks import Figures, Labelled, Link, Links, Paragraph, Part
from reflect.reports.paper import printed
from reflect.reports.printing import laid
from reflect.reports.tagging import Metadata
from tests.reports.making import ANSWERS, DAY, document, filled_in, shipped
from tests.reports.reading import reader


def elements(node):
    """Every structure element below a node, in reading order."""
    if not isinstance(node.get("/K", []), list):
        node = {"/K": [node["/K"]]}
    for reference in node.get("/K", []):
        kid = reference.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements(kid)


@pytest.fixture(scope="module")
def full():
    questionnaire = shipped()
    return reader(document(filled_in(questionnaire), of=questionnaire))


@pytest.fixture(scope="module")
def tags(full):
    return list(elements(full.trailer["/Root"]["/StructTreeRoot"]))


def test_the_document_has_a_title_a_language_and_a_tree(full):
    root = full.trailer["/Root"]

    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert full.metadata.title == "Jouw verslag: Onveiligheid opheffen"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in root["/Metadata"].get_data()
    assert root["/OutputIntents"][0]["/DestOutputProfile"]["/N"] == 3


def test_english_paper_says_that_it_is_english():
    assert reader(document(code="en")).trailer["/Root"]["/Lang"] == "en"


def test_every_picture_has_words_and_a_box(tags):
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]

    assert len(figures) == 3
    assert all(tag["/Alt"] and len(tag["/A"]["/BBox"]) == 4 for tag in figures)


def test_headings_step_down_one_at_a_time(tags):
    levels = [int(tag["/S"][2:]) for tag in tags if tag["/S"] in ("/H1", "/H2", "/H3")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_headings_are_bookmarks(full):
    (cover,) = [entry for entry in full.outline if not isinstance(entry, list)]

    assert cover.title == "Onveiligheid opheffen"


def test_header_cells_say_which_way_they_point(tags):
    scopes = Counter(tag["/A"]["/Scope"] for tag in tags if tag["/S"] == "/TH")

    assert set(scopes) == {"/Column", "/Row"}


def test_a_list_has_items_with_a_label_and_a_body(tags):
    names = Counter(tag["/S"] for tag in tags)

    assert names["/LI"] == names["/Lbl"] == names["/LBody"] > names["/L"] > 0


def test_every_link_is_in_the_tree_and_says_where_it_goes(full, tags):
    notes = [note.get_object() for page in full.pages for note in page.get("/Annots", [])]

    assert len(notes) == len([tag for tag in tags if tag["/S"] == "/Link"]) == 4
    assert all(note["/Contents"] and note["/F"] == 4 for note in notes)


def test_text_over_two_pages_is_one_paragraph():
    paper = reader(document(ANSWERS | {"losse": "Een lang verhaal over dit gezin. " * 300}))

    crossing = [
        tag
        for tag in elements(paper.trailer["/Root"]["/StructTreeRoot"])
        if any(isinstance(kid, dict) and kid.get("/Type") == "/MCR" for kid in tag["/K"])
    ]
    assert len(crossing) >= 1
    assert all(tag["/S"] == "/P" for tag in crossing)


def printed_parts(*told):
    part = Part("p", "Titel", told)
    return Document("", "", printed((part, part), Metadata("Titel", "Wij", "nl", DAY), "voet"))


def test_a_table_over_two_pages_repeats_its_head_for_the_eye_only():
    rows = tuple((f"Stelling {number}", "vaak") for number in range(120))

    paper = reader(printed_parts(Figures("", ("Stelling", "Antwoord"), rows)))

    names = Counter(tag["/S"] for tag in elements(paper.trailer["/Root"]["/StructTreeRoot"]))
    heads = sum(page.extract_text().count("Antwoord") for page in paper.pages)
    assert (names["/Table"], names["/TR"], names["/TD"]) == (2, 2 * 121, 2 * 120)
    assert heads > names["/Table"]


def test_items_and_links_over_many_pages_are_still_one_each():
    items = tuple(f"Punt {number}: " + "en dan nog iets " * number for number in range(60))
    links = tuple(Link(f"Lees {number}", "https://example.org/") for number in range(60))

    paper = reader(printed_parts(Labelled("Lijst", items), Links("Lezen", links)))

    names = Counter(tag["/S"] for tag in elements(paper.trailer["/Root"]["/StructTreeRoot"]))
    assert (names["/L"], names["/LI"], names["/LBody"], names["/Link"]) == (2, 120, 120, 120)


def test_a_label_goes_to_the_next_page_with_what_it_labels():
    lines = tuple(Paragraph("regel") for _ in range(39))

    for count in range(36, 40):
        paper = reader(printed_parts(*lines[:count], Labelled("Naam", ("Noor " * 40,))))

        for page in paper.pages:
            assert ("Naam" in page.extract_text()) == ("Noor Noor" in page.extract_text())


def test_a_few_items_stay_on_one_page():
    lines = tuple(Paragraph("regel") for _ in range(20))

    for count in range(16, 20):
        paper = reader(printed_parts(*lines[:count], Labelled("Vraag", ("Wie", "Wat", "Waar"))))

        for page in paper.pages:
            assert ("Wie" in page.extract_text()) == ("Waar" in page.extract_text())


def test_a_row_of_words_keeps_its_words_apart_at_the_end_of_a_line():
    text = reader(document(ANSWERS | {"losse": "geen oordeel " * 40})).pages[-1].extract_text()

    assert "geenoordeel" not in text
    assert "oordeelgeen" not in text


def test_only_blocks_can_be_laid():
    assert laid(Paragraph("tekst"))
    with pytest.raises(TypeError, match="no block"):
        laid(PageBreak())
