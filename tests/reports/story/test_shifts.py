"""Cases in two parts, and pairs."""

from reflect.reports.blocks import Heading, Labelled, Picture, Quote
from tests.reports.making import ANSWERS, report
from tests.reports.reading import said


def test_a_case_shows_the_way_from_the_first_answer_to_the_second():
    blocks = report()["cases"].blocks

    (picture,) = (block for block in blocks if isinstance(block, Picture))
    assert [(m.value, m.second, m.number) for m in picture.marks] == [
        (4, 4, "bleef 4"),
        (6, None, "eerst 6, daarna geen antwoord"),
    ]
    assert (picture.low, picture.high) == (0, 10)
    assert blocks[2] == Heading("De casus")
    assert "Er is geen goed antwoord." in said(report()["cases"])[3]


def test_a_case_shows_what_else_was_answered_beside_it_and_nowhere_else():
    told = report()

    quotes = [block for block in told["cases"].blocks if isinstance(block, Quote)]
    assert quotes == [Quote("Kies stap.", "Hier"), Quote("Vertel over mist.", "De baby.")]
    assert "De baby." not in said(told["words"])
    assert "Kies stap." not in said(told["practice"])


def test_only_a_second_answer_is_shown_as_such():
    answers = ANSWERS | {"z2": 3}
    del answers["z1"]

    (picture,) = (b for b in report(answers)["cases"].blocks if isinstance(b, Picture))

    assert picture.marks[1].number == "eerst geen antwoord, daarna 3"


def test_a_pair_on_a_scale_is_a_picture_and_another_is_words():
    lead, picture, words = report()["pairs"].blocks

    assert "Geen van beide is het goede." in lead.text
    assert picture.marks[0].number == "van 4 naar 7"
    assert words == Labelled("Hier of daar", ("van Hier naar Daar",))


def test_without_answers_there_are_no_cases_and_no_pairs():
    assert not {"cases", "pairs"} & set(report({}))
