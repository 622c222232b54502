"""Paper and files of groups beside each other tell what each group was told, and nothing finer."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from reflect.reports.exports.json import write
from reflect.reports.organisation.factsheet import factsheet
from reflect.reports.organisation.files import FILES
from tests.reports.exports.reading import of_release
from tests.reports.group.gathering import QUESTIONNAIRES, told
from tests.reports.organisation.gathering import a_telling, groups, united
from tests.reports.reading import packed, read, reader

SHOWN = {"csv": ("utf-8-sig", ";"), "points": ("utf-8", ",")}


@pytest.fixture(scope="module")
def beside():
    domains = told("domain:zien", "3.4", people="10-14"), told("domain:wegen", "1.5", "at_most")
    grade = told("grade:cijfer", "7.0", low=1, high=10)
    whole = united(*domains, grade)
    return groups(a_telling("Noord", *domains), a_telling("=Zuid", domains[1], grade), whole=whole)


def lines(beside):
    """The name of each row, and what its own file would say of each measure."""
    return [
        (name, *line)
        for name, one in zip(beside.names, beside.rows, strict=True)
        for line in of_release(one)
    ]


@pytest.mark.parametrize("kind", SHOWN)
def test_the_tables_tell_what_was_told(beside, kind):
    encoding, delimiter = SHOWN[kind]
    body = FILES[kind](beside).body.decode(encoding)

    head, *rows = csv.DictReader(StringIO(body), delimiter=delimiter), None
    found = [
        (row["groep"], row["onderwerp"], row["gemiddelde"].replace(",", "."), row["grens"])
        for row in head
    ]
    expected = [(line[0], *line[1:4]) for line in lines(beside)]
    names = {"=Zuid": "'=Zuid", "De hele organisatie": "Hogeschool X als geheel"}
    assert found == [(names.get(name, name), *line) for name, *line in expected]
    assert rows == [None]


def test_the_workbook_tells_what_was_told(beside):
    sheet = load_workbook(BytesIO(FILES["xlsx"](beside).body)).worksheets[0]

    rows = list(sheet.iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if all(row))
    found = [
        (group, subject, "" if value is None else f"{value:.1f}", bound or "")
        for group, _, subject, _, _, bound, value, *_ in rows[start + 1 :]
    ]
    assert found == [line[:4] for line in lines(beside)]


def test_the_data_are_those_of_each_group(beside):
    found = json.loads(FILES["json"](beside).body)

    assert found["groups"] == [json.loads(write(one).body) for one in beside.rows]
    assert [one["scope"] for one in found["groups"]] == ["group", "group", "organisation"]


def test_every_file_is_of_the_last_day_and_has_a_name_of_its_own(beside):
    documents = [write(beside) for write in FILES.values()]

    assert len({one.name for one in documents}) == len(FILES)
    assert all("alles-1-2026-11-21" in one.name or "komma" in one.name for one in documents)
    assert documents == [write(beside) for write in FILES.values()]


def test_the_factsheet_shows_every_group_and_figure(beside):
    text = packed(read(factsheet(beside)))

    for name, _, value, *_ in lines(beside):
        assert packed(name) in text
        assert packed(value.replace(".", ",")) in text
    assert packed("Welke groep beter is.") in text


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_factsheet_of_a_region_of_21_teams_is_two_pages(code):
    for questionnaire in QUESTIONNAIRES:
        figures = [told(f"domain:{one.id}", "3.4") for one in questionnaire.domains] + [
            told(f"grade:{one.question}", "7.4", low=1, high=10)
            for one in questionnaire.report.grades
        ]
        teams = [
            a_telling(f"Jeugdteam Holland Rijnland {n}", *figures, of=questionnaire, code=code)
            for n in range(21)
        ]

        assert len(reader(factsheet(groups(*teams))).pages) <= 2, questionnaire.id


def test_a_factsheet_of_nothing_says_so_calmly():
    beside = groups(a_telling("Noord"), a_telling("Zuid"))

    text = packed(read(factsheet(beside)))

    assert packed("Van geen van deze groepen is er genoeg ingevuld") in text
    assert packed("Dat is geen oordeel over de groep.") in text
