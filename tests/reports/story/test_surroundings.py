"""What is shown and never scored."""

from tests.reports.making import ANSWERS, everything, report
from tests.reports.reading import said


def test_surroundings_are_said_to_be_not_about_the_person():
    part = report()["surroundings"]

    assert said(part)[2].startswith("Dit gaat over je omgeving, niet over jou.")
    assert ("Ik doe tijd.", "zelden") in part.blocks[1].rows


def test_a_grade_stands_beside_a_known_one():
    grade = report()["surroundings"].blocks[2]
    alone = everything(report={"grades": [{"question": "cijfer"}]})

    assert grade.texts == ("Ik doe cijfer. Je gaf een 6. Ter vergelijking: 7,5 (de regio).",)
    assert report(of=alone)["surroundings"].blocks[2].texts == ("Ik doe cijfer. Je gaf een 6.",)


def test_answers_that_count_nowhere_stand_under_their_section():
    part = report()["practice"]

    assert [(t.title, t.rows) for t in part.blocks[1:]] == [
        ("Toepassing", (("Ik doe x1.", "vaak"), ("Kies rol.", "Daar")))
    ]


def test_what_was_not_answered_makes_no_part():
    answers = {q: a for q, a in ANSWERS.items() if q not in {"x1", "rol", "tijd", "cijfer"}}

    assert not {"surroundings", "practice"} & set(report(answers))
