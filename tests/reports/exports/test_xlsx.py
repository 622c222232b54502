"""A release as a workbook: numbers to reckon with, texts that stay texts, ready for a printer."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from reflect.disclosure import Withheld
from reflect.reports import EXPORTS
from tests.reports.exports.reading import sheets
from tests.reports.group.changing import a_change
from tests.reports.group.gathering import EVALUATION, a_release, a_telling, told
from tests.reports.making import DOMAINS, a_domain, everything, say

FIGURES = (
    told("domain:zien", "3.4", people="10-14"),
    told("domain:wegen", "1.5", "at_most"),
    told("grade:cijfer", "6.8", low=0, high=10),
)
WITHHELD = (Withheld("domain:doen", "too_few"),)


def workbook(**changes):
    return sheets(a_telling(*FIGURES, withheld=WITHHELD, **changes))


def rows(sheet):
    found = list(sheet.iter_rows())
    start = next(n for n, row in enumerate(found) if all(cell.value for cell in row))
    return found[start + 1 :]


def test_means_and_scales_are_numbers():
    zien = rows(workbook()[0])[0]

    assert [cell.data_type for cell in zien] == list("ssnnnnsnnnn")
    assert [cell.value for cell in zien[2:6]] == [1, 5, None, 3.4]
    assert zien[5].number_format == "0.0"


def test_bounds_and_what_is_withheld_are_said_in_words():
    _, wegen, doen, _ = rows(workbook()[0])

    assert (wegen[4].value, wegen[5].value) == ("hoogstens", 1.5)
    assert [cell.value for cell in doen[2:7]] == [None] * 5
    assert doen[7].value == "te weinig antwoorden"


def test_a_second_sheet_says_how_to_read_it():
    figures, reading = workbook()

    assert (figures.title, reading.title) == ("Groepsbeeld", "Hoe te lezen")
    text = " ".join(str(cell.value) for (cell,) in reading.iter_rows() if cell.value)
    assert "geen toets" in text
    assert "het getal een grens en niet het gemiddelde zelf" in text
    assert "Een lege cel is geen nul" in text


def test_it_prints_on_a4_as_wide_as_a_page_with_its_head_on_each():
    figures, reading = workbook(group="R&D &P")

    for sheet in (figures, reading):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many as it takes; wide it is one
        assert "R&&D &&P" in sheet.HeaderFooter.oddFooter.left.text
    assert figures.page_setup.orientation == "landscape"
    assert figures.print_title_rows == "$7:$7"
    assert figures.freeze_panes == "A8"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n=", "\x00=", "\u202e="])
def test_what_looks_like_a_formula_is_a_text_headers_and_titles_too(start):
    bad = f'{start}HYPERLINK("http://evil.example","klik")'
    domains = [a_domain(name) for name in DOMAINS]
    domains[0]["title"] = say(bad)
    hostile = everything(domains=domains, title=say(bad))
    telling = a_telling(*FIGURES, of=hostile, group=bad, organisation=bad)

    cells = [cell for sheet in sheets(telling) for row in sheet.iter_rows() for cell in row]
    seen = bad.lstrip("\t\r\n\x00\u202e")
    shown = [cell for cell in cells if cell.value == seen]
    assert len(shown) == 4
    assert {cell.data_type for cell in cells if cell.value} == {"s", "n"}
    with ZipFile(BytesIO(EXPORTS["xlsx"](telling).body)) as archive:
        written = b"".join(map(archive.read, archive.namelist()))
    assert b"<f>" not in written
    assert b"<hyperlink" not in written


def test_a_very_long_name_is_cut_so_that_the_file_can_be_opened():
    figures, _ = workbook(group="A" * 100_000, organisation="a\ud800\x0b" * 3)

    told_by = [cell.value for cell in figures["B"] if cell.value]
    assert told_by[0] == "A" * 99 + "…"
    assert told_by[1] == "a a a"


def test_the_statements_of_an_evaluation_are_called_so():
    figure = told("context:veilig", "4.2")

    assert rows(sheets(a_telling(figure, of=EVALUATION))[0])[0][0].value == "stelling"
    assert rows(sheets(a_telling(figure, of=EVALUATION, code="en"))[0])[0][0].value == "statement"


def test_a_workbook_of_nothing_is_one_too():
    figures, _ = sheets(a_telling())

    assert next(cell.value for cell in figures["A"]) == "Alles & meer"


def test_a_late_set_has_a_sheet_of_its_own_and_a_change_its_sign():
    then = a_release(*FIGURES, moment=1)
    since = a_change(("domain:zien", "-0.3", True), then=then)
    late = replace(a_release(*FIGURES), turn=2)

    first, second, reading = workbook(since=[since], late=[late])

    assert second.title == "Later ingevuld 1"
    assert "later ingevuld" in second.HeaderFooter.oddFooter.left.text
    *_, gap, whom = rows(first)[0]
    assert (gap.value, gap.number_format[0]) == (-0.3, "+")
    assert whom.value == "dezelfde mensen, beide keren"
    assert "verschil met meting" in " ".join(str(cell.value) for (cell,) in reading.iter_rows())
