"""Page, paper and files tell the same banded figures, and nothing finer than those."""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from reflect.reports.blocks import Figures, Labelled
from reflect.reports.exports import EXPORTS
from reflect.reports.group import parts
from reflect.reports.group.measured import KINDS, kinds
from tests.reports.exports.reading import every_set, of_change, of_csv, of_json, of_xlsx
from tests.reports.group.gathering import EVALUATION, a_telling, tellings, told
from tests.reports.reading import packed, read, reader
from tests.reports.reading import said as spoken

KINDS_OF_PARTS = {f"{kind}s" for kind in KINDS}
HOUR = re.compile(rb"\d\d:\d\d(?::\d\d)?")


@settings(deadline=None, max_examples=60)
@given(tellings())
def test_the_sheets_tell_what_the_release_tells(telling):
    expected = every_set(telling)

    assert of_csv(telling, "csv", ";") == expected
    assert of_csv(telling, "points", ",") == expected
    assert of_xlsx(telling) == expected
    assert of_json(telling) == expected


def tables(telling):
    """The tables of means among the parts, and the titles of what is withheld."""
    every = {part.id: part for part in parts(telling)}
    hidden = every.pop("withheld", None)
    rows = [row for part in every.values() if part.id in KINDS_OF_PARTS for block in part.blocks
            if isinstance(block, Figures) for row in block.rows]  # fmt: skip
    label = telling.t("picture.not_told")
    blocks = hidden.blocks if hidden else ()
    titles = [text for block in blocks if isinstance(block, Labelled) and block.label == label
              for text in block.texts]  # fmt: skip
    return rows, titles


def tabled(telling):
    """What stands in tables: all but the grade of a training, which stands large."""
    shown = [kind for kind in kinds(telling) if not (telling.is_evaluation and kind == "grade")]
    return [figure for kind in shown for figure in telling.told(kind)]


@settings(deadline=None, max_examples=60)
@given(tellings())
def test_the_parts_tell_what_the_release_tells(telling):
    rows, titles = tables(telling)

    figures = tabled(telling)
    assert [row[1] for row in rows] == [telling.value(figure) for figure in figures]
    assert [row[0] for row in rows] == [telling.title(figure.measure) for figure in figures]
    assert [row[3] for row in rows] == [telling.people(figure) for figure in figures]
    for grade in telling.told("grade"):
        found = " ".join(spoken(*(part for part in parts(telling) if part.id == "grades")))
        assert telling.value(grade) in found
        assert telling.people(grade) in found
    hidden = [telling.title(one) for one in telling.order if one in telling.reasons]
    assert sorted(titles) == sorted(hidden)


@settings(deadline=None, max_examples=60)
@given(tellings())
def test_the_parts_tell_each_change_as_it_was_stored(telling):
    shown = {part.id: part for part in parts(telling)}
    for since in telling.since:
        blocks = shown[f"change-{since.moment}"].blocks
        tables = [block for block in blocks if isinstance(block, Figures)]
        stored = {telling.title(one.measure): said(telling, since, one)
                  for one in since.change.shifts}  # fmt: skip
        unsaid = telling.t("picture.no_difference")
        found = {row[0]: row[3:] for one in tables for row in one.rows if row[3] != unsaid}
        if len({whom for _, whom in stored.values()}) == 1:
            assert all(tables[0].title.endswith(whom) for _, whom in stored.values())
            stored = {title: (gap,) for title, (gap, _) in stored.items()}
        assert found == stored


def said(telling, since, shift):
    """A stored change in words, and about whom."""
    t, (_, whom) = telling.t, of_change(telling.t, since, shift.measure)
    if not shift.value:
        return t("picture.equal"), whom
    way = "higher" if shift.value > 0 else "lower"
    gap = t(f"picture.{way}", gap=t.number(abs(shift.value)))
    return gap.replace(" ", "\u00a0"), whom


@settings(deadline=None, max_examples=30)
@given(tellings())
def test_the_parts_tell_each_late_set_by_itself(telling):
    shown = {part.id: part for part in parts(telling)}
    for number, one in enumerate(telling.latecomers, start=1):
        blocks = shown[f"late-{number}"].blocks
        found = [row for block in blocks if isinstance(block, Figures) for row in block.rows]
        figures = tabled(one)
        assert [(row[0], row[1], row[3]) for row in found] == [
            (one.title(each.measure), one.value(each), one.people(each)) for each in figures
        ]


@settings(deadline=None, max_examples=60)
@given(tellings())
def test_the_parts_tell_how_people_are_spread(telling):
    every = {part.id: part for part in parts(telling)}

    found = {block.label: block.texts for block in every["spread"].blocks
             if isinstance(block, Labelled)} if "spread" in every else {}  # fmt: skip
    assert len(found) == len(telling.release.distributions)
    for one in telling.release.distributions:
        texts = found[telling.title(one.measure)]
        told = [int(re.search(r"(\d+) ?%$", text)[1]) for text in texts]
        assert told in ([*one.shares], [one.shares[0], one.shares[2]])


@settings(deadline=None, max_examples=12)
@given(tellings())
def test_paper_tells_what_the_parts_tell(telling):
    _, titles = tables(telling)
    every = [block for part in parts(telling) for block in part.blocks]

    text = packed(read(EXPORTS["pdf"](telling)))

    for row in (row for block in every if isinstance(block, Figures) for row in block.rows):
        assert packed("".join(row)) in text
    for title in titles:
        assert packed(title) in text


@settings(deadline=None, max_examples=12)
@given(tellings())
def test_the_wall_tells_the_same_in_fewer_words(telling):
    text = packed(read(EXPORTS["wall"](telling)))

    kind = "context" if telling.is_evaluation else "domain"
    for figure in telling.told(kind):
        assert packed(telling.value(figure)) in text


FULL = (told("domain:zien", "3.4", people="10-14"), told("domain:wegen", "1.5", "at_most"))


def unpacked(document):
    """The bytes of a document, and of what is packed into it."""
    if not document.body.startswith(b"PK"):
        return document.body
    with ZipFile(BytesIO(document.body)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_file_knows_a_time_finer_than_the_day_of_closing(kind):
    document = EXPORTS[kind](a_telling(*FULL))

    found = set(HOUR.findall(unpacked(document)))
    assert found <= {b"00:00", b"00:00:00"}
    assert document == EXPORTS[kind](a_telling(*FULL))
    assert "2026-11-21" in document.name
    if document.media_type == "application/pdf":
        info = reader(document).metadata
        assert info["/CreationDate"] == info["/ModDate"] == "D:20261121000000+00'00'"
    if kind == "xlsx":
        dated = re.findall(rb">(\d{4}-\d\d-\d\dT[^<]+)<", unpacked(document))
        assert dated == [b"2026-11-21T00:00:00Z"] * 2


def test_json_has_the_names_that_are_documented_and_no_others():
    found = json.loads(EXPORTS["json"](a_telling(*FULL)).body)

    assert set(found) == {"format", "language", "organisation", "group", "scope", "questionnaire",
                          "moment", "phase", "closed", "figures", "distributions", "withheld",
                          "changes", "late"}  # fmt: skip
    assert found["figures"][1] == {
        "measure": "domain:wegen",
        "kind": "domain",
        "subject": "Wegen",
        "low": 1,
        "high": 5,
        "bound": "at_most",
        "value": 1.5,
        "people": "5-9",
    }
    assert found["questionnaire"]["kind"] == "reflection"


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_file_has_a_name_of_its_own(code):
    names = [write(a_telling(*FULL, code=code)).name for write in EXPORTS.values()]
    names += [write(a_telling(of=EVALUATION, code=code)).name for write in EXPORTS.values()]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in names)


def test_json_of_an_evaluation_says_so():
    found = json.loads(EXPORTS["json"](a_telling(of=EVALUATION)).body)

    assert (found["questionnaire"]["kind"], found["figures"]) == ("evaluation", [])
