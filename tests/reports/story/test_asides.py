"""What stands beside a change: what counts nowhere, and then with the eyes of now."""

from reflect.questionnaire import read_definition
from reflect.reports.blocks import Figures
from tests.reports.making import report
from tests.reports.story.changing import DEFINITIONS, change, labelled, of_kind, past


def test_confidence_grades_and_surroundings_stand_apart_as_they_were_answered():
    *_, table = of_kind(change(past()), Figures)
    assert table.title == "Wat je daarnaast invulde; dit telt nergens in mee"
    assert table.rows == (
        ("Ik doe zeker-zien.", "5", "0"),
        ("Ik doe zeker-wegen.", "10", "10"),
        ("Ik doe cijfer.", "4", "6"),
        ("Ik doe tijd.", "zelden", "zelden"),
    )


def test_then_with_the_eyes_of_now_stands_on_a_line_of_its_own():
    small = read_definition("then-1", DEFINITIONS)
    then = {"then-a1": 2, "then-a2": 4}
    part = change(
        past(answers={"a1": 4, "a2": 2}, of=small),
        of=small,
        answers={"a1": 4, "a2": 2, **then},
        phase="later",
    )
    assert of_kind(part, Figures)[0].rows == (
        ("Zien", "4,0", "4,0", "ongeveer gelijk (vuistregel)"),
    )
    looked, both = labelled(part)["Terugkijken op toen"]
    assert looked == "Zien: toen gaf je jezelf 4,0. Kijk je nu terug op toen, dan geef je 2,0."
    assert both.startswith("Beide blijven staan.")


def test_what_was_answered_about_then_is_in_the_report_of_who_has_no_first_moment():
    small = read_definition("then-1", DEFINITIONS)
    told = report({"a1": 4, "then-a1": 2}, of=small, phase="later")
    assert "change" not in told
    (table,) = of_kind(told["practice"], Figures)
    assert (table.title, table.rows) == (
        "Terugkijken op toen",
        (("Ik zie het kind.", "bijna oneens"),),
    )
