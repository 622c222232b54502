"""How a score is worked out, in words and numbers."""

from reflect.reports.blocks import Details, Note
from tests.reports.making import ANSWERS, report


def notes(name, answers=ANSWERS):
    (found,) = (b for b in report(answers)[f"domain-{name}"].blocks if isinstance(b, Details))
    return [block.text for block in found.blocks if isinstance(block, Note)]


def test_the_rule_about_missing_answers_stands_there_with_its_numbers():
    assert "meer dan 0,5 \u00d7 4 = 2 antwoorden, dus minstens 3." in notes("zien")[0]
    assert "telt je antwoord op 1 mee" in notes("doen")[0]
    assert "Daarom staat hier geen score." in notes("doen")[0]
    assert "Het gemiddelde" not in " ".join(notes("doen"))


def test_the_sum_is_worked_out_with_its_weights_and_rounded_at_the_end():
    sum_ = "(1 \u00d7 5 + 1 \u00d7 4 + 1 \u00d7 2 + 2 \u00d7 4) / (1 + 1 + 1 + 2) = 3,8"

    assert notes("zien")[1] == f"Het gemiddelde: {sum_}. In je verslag staat 3,8."


def test_the_edges_lead_to_the_band_that_is_shown():
    assert "onder 2,50 ‘Laag’; vanaf 2,50 ‘Midden’; vanaf 3,75 ‘Hoog’" in notes("zien")[2]  # noqa: RUF001 - as it is printed
    assert notes("zien")[2].endswith("Bij 3,8 hoort dus ‘Hoog’.")  # noqa: RUF001 - as it is printed


def test_confidence_stands_beside_the_score_only_where_there_are_both():
    assert "score, van 0 tot 1: 0 en 0,7. Het verschil is 0,7; vanaf 0,25" in notes("zien")[3]
    unsure = {question: a for question, a in ANSWERS.items() if question != "zeker-zien"}
    assert len(notes("zien", unsure)) == 3
