"""What a group thought of a training: the grade first, statements in the words of the answers."""

import pytest

from reflect.reports.blocks import Band, Figures, Labelled, Picture
from reflect.reports.group import parts
from reflect.reports.group.opinion import in_words
from reflect.reports.group.screens import screens
from tests.reports.group.gathering import EVALUATION, a_telling, told

GRADE = told("grade:cijfer", "7.1", low=1, high=10)
SAFE, ROOM = told("context:veilig", "4.2"), told("context:ruimte", "2.5")


def opinion(*figures):
    return a_telling(*figures, of=EVALUATION)


def blocks(telling, part, kind):
    (found,) = (each for each in parts(telling) if each.id == part)
    return [block for block in found.blocks if isinstance(block, kind)]


def test_the_grade_stands_first_and_large_beside_its_scale():
    telling = opinion(SAFE, GRADE)

    assert [part.id for part in parts(telling)][:3] == ["picture", "grades", "contexts"]
    (band,) = blocks(telling, "grades", Band)
    assert (band.number, band.scale) == (
        "7,1",
        "op een schaal van 1 (heel slecht) tot 10 (uitstekend)",
    )
    assert band.title == "Welk rapportcijfer geef je deze training?"
    assert (band.picture.chart, band.picture.low, band.picture.high) == ("gauge", 1, 10)
    assert band.based_on == "Gegeven door 5 tot en met 9 mensen."
    assert [screen.number for screen in screens(telling) if screen.number] == ["7,1"]


def test_a_bound_has_no_dot_for_nobody_knows_where_the_mean_lies():
    telling = opinion(told("grade:cijfer", "9.1", "at_least", low=1, high=10))

    assert not blocks(telling, "grades", Band)
    grade, _ = blocks(telling, "grades", Labelled)
    assert grade.texts[0].startswith("Het gemiddelde van deze groep is minstens 9,1 op een schaal")


def test_statements_stand_in_bars_and_in_the_words_of_the_answers():
    telling = opinion(GRADE, SAFE, ROOM)

    (bars,) = blocks(telling, "contexts", Picture)
    assert [mark.number for mark in bars.marks] == ["4,2", "2,5"]
    (table,) = blocks(telling, "contexts", Figures)
    assert [row[1:3] for row in table.rows] == [
        ("4,2", "rond ‘eens’"),  # noqa: RUF001 - quotes as they are printed
        ("2,5", "tussen ‘oneens’ en ‘niet eens, niet oneens’"),  # noqa: RUF001 - likewise
    ]
    highest, lowest = blocks(telling, "contexts", Labelled)
    assert highest.texts[0].endswith("twijfel te laten zien. Gemiddeld 4,2, rond ‘eens’.")  # noqa: RUF001 - likewise
    assert lowest.label == "Waar het gemiddelde het laagst is"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (told("context:veilig", "1.0"), "rond ‘helemaal oneens’"),  # noqa: RUF001 - likewise
        (told("context:veilig", "4.8"), "rond ‘helemaal eens’"),  # noqa: RUF001 - likewise
        (told("context:veilig", "1.4", "at_most"), "dicht bij ‘helemaal oneens’"),  # noqa: RUF001 - likewise
        (told("context:veilig", "4.6", "at_least"), "dicht bij ‘helemaal eens’"),  # noqa: RUF001 - likewise
        (GRADE, "1 (heel slecht) tot 10 (uitstekend)"),
    ],
)
def test_a_mean_in_words_is_near_an_answer_or_between_two(figure, words):
    assert in_words(opinion(figure), figure) == words
