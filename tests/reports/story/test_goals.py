"""Goals in the report: those of now, what became of those of then, and room for a pen."""

import datetime as dt
from dataclasses import replace

from reflect.language import language
from reflect.questionnaire import score
from reflect.reports import Goal, Outcome, parts, personal
from tests.reports.making import ANSWERS, DAY, everything
from tests.reports.reading import packed, read, said

CALL = Goal(
    "Elke week <nabellen>\nen dat opschrijven",
    "Zien",
    "als ik het dossier sluit",
    "mijn intervisiegroep",
    dt.date(2027, 2, 21),
)
LISTEN = Goal("Eerst luisteren", came_of_it="Drie keer gelukt.")


def an_outcome(**more) -> Outcome:
    questionnaire = everything()
    profile = score(questionnaire, "after", ANSWERS)
    return Outcome(questionnaire, profile, language("nl"), DAY, **more)


def told(outcome: Outcome) -> dict[str, list[str]]:
    return {part.id: said(part) for part in parts(outcome)}


def test_what_when_with_whom_and_the_day_to_look_back():
    assert told(an_outcome(goals=(CALL, replace(LISTEN, came_of_it=""))))["goals"][1:] == [
        *("Mijn doelen", "Dit neem je je voor."),
        *("Doel 1: Zien", CALL.what, "Wanneer", CALL.when, "Met wie", CALL.with_whom),
        *("Terugkijken op", "21 februari 2027", "Doel 2", "Eerst luisteren"),
    ]


def test_what_became_of_earlier_goals_stands_before_those_of_now():
    report = told(an_outcome(goals=(CALL,), looked_back=(LISTEN,)))

    places = list(report)
    assert places.index("goals-then") < places.index("goals")
    assert report["goals-then"][3:] == [
        *("Doel", "Eerst luisteren", "Wat werd ervan?", "Drie keer gelukt.")
    ]
    assert "goals-then" not in told(an_outcome(goals=(CALL,)))


def test_an_earlier_goal_says_of_when_it_is_and_leaves_room_for_what_came_of_it():
    earlier = replace(CALL, day=dt.date(2026, 5, 12))
    report = told(an_outcome(looked_back=(earlier,)))

    assert report["goals-then"][3] == "12 mei 2026: Zien"
    assert report["goals-then"][-1] == "Wat werd ervan?"
    assert "Wat werd ervan?" not in told(an_outcome(goals=(CALL,)))["goals"]


def test_without_goals_there_is_room_to_write_two():
    paper = read(personal(an_outcome()))

    assert "Wat ga je doen met wat je nu weet?" in paper
    for number in (1, 2):
        assert f"Doel {number} Wat ga ik doen? Wanneer Met wie Terugkijken op" in paper
    assert "Doel 1 Wat ga ik doen?" not in read(personal(an_outcome(goals=(CALL,))))


def test_goals_are_printed_as_they_were_typed():
    paper = packed(read(personal(an_outcome(goals=(CALL,), looked_back=(LISTEN,)))))

    for text in (*CALL.what.splitlines(), CALL.when, CALL.with_whom, LISTEN.came_of_it):
        assert packed(text) in paper
