"""The conversation sheet of a group: open questions with room, and no name asked for."""

from reflect.reports.blocks import Labelled, Room
from reflect.reports.group import guide
from reflect.reports.group.guide import guide_parts
from tests.reports.group.gathering import a_telling, domains
from tests.reports.reading import read, said

TELLING = domains(zien="3.4", wegen="2.0", doen="4.0")


def test_every_question_of_the_report_has_room_to_write():
    shown = {part.id: part for part in guide_parts(TELLING)}

    assert [shown[f"topic{number}"].title for number in range(3)] == [
        "Het hele beeld",
        "Waar het gemiddelde het hoogst is",
        "Waar het gemiddelde het laagst is",
    ]
    rooms = [block for block in shown["topic1"].blocks if isinstance(block, Room)]
    assert len(rooms) == 2
    assert all(room.lines == 3 for room in rooms)


def test_the_questions_of_the_questionnaire_are_those_of_every_band():
    (prompts,) = (part for part in guide_parts(TELLING) if part.id == "prompts")

    asked = {block.label: block.texts for block in prompts.blocks if isinstance(block, Labelled)}
    every = tuple(f"Vraag: hoe komt {band}?" for band in ("laag", "midden", "hoog"))
    assert asked == {"Doen": every, "Wegen": every}


def test_without_figures_there_is_still_something_to_talk_about():
    ids = [part.id for part in guide_parts(a_telling())]

    assert ids == ["guide", "topic0", "agreed"]


def test_it_ends_with_what_the_group_will_try():
    paper = guide(TELLING)

    assert paper.name == "groepsbeeld-gesprek-alles-2-2026-11-21.pdf"
    assert "Gebruik geen namen" in " ".join(said(guide_parts(TELLING)[-1]))
    assert "Voornemen 4" in read(paper)
