"""What somebody wrote is no formula in anybody's spreadsheet."""

import csv
from io import StringIO

import pytest

from reflect.reports.cells import harmless, sheet


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
def test_a_text_that_begins_as_a_formula_stays_a_text(start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"


def test_a_number_stays_a_number_and_a_text_a_text():
    assert harmless(-2) == -2
    assert harmless("a=1") == "a=1"


def test_a_sheet_is_read_back_as_it_was():
    rows = [["a;b", 'zegt "nee"'], ["regel\neen", 4]]
    read = list(csv.reader(StringIO(sheet(rows), newline=""), delimiter=";"))
    assert read == [["a;b", 'zegt "nee"'], ["regel\neen", "4"]]
