"""The reflection sheet: own words in three dimensions, on paper and as text."""

from dataclasses import replace
from pathlib import Path

import pytest

from reflect.reports import Goal, sheet, sheet_text
from reflect.reports.blocks import Quote, Room
from reflect.reports.sheet import sheet_parts
from tests.reports.hostile import HOSTILE
from tests.reports.making import ANSWERS, a_section, a_text, everything, outcome, shipped
from tests.reports.reading import packed, read, said

GOLDEN = Path(__file__).with_name("golden")


def told(answers=None, **wishes):
    return {part.id: part for part in sheet_parts(outcome(answers, **wishes))}


def without(*questions):
    return {question: answer for question, answer in ANSWERS.items() if question not in questions}


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_sheet_says_what_it_said_when_somebody_last_read_it(code):
    made = sheet_text(outcome(without("grens"), code=code, name="Noor"))

    assert made.media_type == "text/plain"
    assert made.body.decode() == (GOLDEN / f"sheet-{code}.txt").read_text("utf-8")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_paper_says_what_the_text_says(code):
    left = packed(read(sheet(outcome(code=code, name="Noor"))))

    for part in sheet_parts(outcome(code=code, name="Noor")):
        assert [text for text in said(part) if packed(text) not in left] == []


def test_the_dimensions_stand_in_their_order_with_own_words_and_before_all_else():
    parts = told()

    order = ["sheet", "technical", "normative", "personal", "also", "picture", "discussed"]
    assert list(parts) == order
    words = [parts[name].blocks[0].text for name in order[1:5]]
    assert words == ["Met een lijst.", "Bij slaan.", "Schrik.", "Iets anders."]


def test_goals_stand_on_it_once_there_are_some():
    call, listen = Goal("Nabellen", "Zien"), Goal("Luisteren", came_of_it="Gelukt.")

    later = replace(outcome(), looked_back=(listen,))
    both = {part.id: part for part in sheet_parts(replace(later, goals=(call,)))}
    assert list(both)[4:8] == ["also", "goals-then", "goals", "picture"]
    assert Quote("Doel 1: Zien", "Nabellen") in both["goals"].blocks
    assert Quote("Wat werd ervan?", "Gelukt.") in both["goals-then"].blocks
    assert "goals" not in [part.id for part in sheet_parts(later)]


def test_an_empty_dimension_asks_what_the_questionnaire_asks_and_leaves_room():
    assert told(without("grens"))["normative"].blocks == (Room("Vertel over grens.", 7),)


def test_a_questionnaire_that_asks_nothing_of_a_dimension_leaves_room_all_the_same():
    plain = everything(report={}, domains=[], sections=[a_section("een", a_text("los"))])

    parts = told({"los": "Zomaar."}, of=plain)

    (room,) = parts["personal"].blocks
    assert room.question == "Wat deed het met je, en hoe werkte dat door in je werk?"
    assert parts["also"].blocks == (Quote("Vertel over los.", "Zomaar."),)
    assert "picture" not in parts


def test_words_about_a_case_or_from_elsewhere_stay_in_the_report():
    assert "De baby." not in " ".join(text for part in told().values() for text in said(part))


def test_each_domain_has_one_line_also_without_a_score():
    (figures, _) = told()["picture"].blocks

    assert figures.rows == (
        ("Zien", "3,8", "Hoog"),
        ("Wegen", "1,0", "Laag"),
        ("Doen", "\u2013", "geen score"),
    )


def test_no_points_are_promised_and_nobody_is_to_be_recognised():
    notes = said(told()["discussed"])

    assert "Dit blad geeft geen punten." in notes[-2]
    assert "geen namen of herkenbare details" in notes[-1]


def test_a_name_stands_in_the_file_and_not_in_its_name():
    for made in (sheet(outcome(name="Noor")), sheet_text(outcome(name="Noor"))):
        assert made.name.startswith("reflectieblad-2026-11-21.")
    assert "Naam Noor" in read(sheet(outcome(name=" Noor ")))
    assert "Naam" not in read(sheet(outcome()))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_somebody_writes_stays_text(text):
    given = outcome(ANSWERS | {"hoe": text}, name=text[:100])

    assert sheet(given).body.startswith(b"%PDF")
    assert "\x1b" not in sheet_text(given).body.decode()


def test_the_same_outcome_gives_the_same_bytes():
    assert sheet(outcome(name="Noor")).body == sheet(outcome(name="Noor")).body


def test_who_wrote_nothing_has_a_sheet_to_write_on():
    parts = told({}, of=shipped())

    rooms = [b for name in ("technical", "normative", "personal") for b in parts[name].blocks]
    assert [type(block) for block in rooms] == [Room] * 3
    assert "also" not in parts
