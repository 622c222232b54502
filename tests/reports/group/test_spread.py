"""How a group is spread: each third by the answers it holds, in tens of percent."""

from reflect.disclosure import Distribution
from reflect.reports.blocks import Labelled
from reflect.reports.group.spread import spread
from tests.reports.group.gathering import QUESTIONNAIRES, a_telling
from tests.reports.making import EVERYTHING, a_choice, a_section, everything


def told(*distributions, of=None, code="nl"):
    telling = a_telling(of=of, code=code, distributions=distributions)
    return {
        block.label: block.texts
        for part in spread(telling)
        for block in part.blocks
        if isinstance(block, Labelled)
    }


def test_a_scale_is_told_by_its_figures():
    found = told(
        Distribution("context:tijd", (30, 0, 70), "10-14"),
        Distribution("grade:cijfer", (20, 50, 30), "25+"),
    )

    assert found == {
        "Ik doe tijd.": (
            "1 tot en met 2: ongeveer 30 %",
            "3: ongeveer 0 %",
            "4 tot en met 5: ongeveer 70 %",
        ),
        "Ik doe cijfer.": (
            "0 tot en met 3: ongeveer 20 %",
            "4 tot en met 6: ongeveer 50 %",
            "7 tot en met 10: ongeveer 30 %",
        ),
    }


def test_a_choice_is_told_by_its_options():
    chosen = a_section("keuze", a_choice("plek2", use="context"))
    questionnaire = everything(sections=[*EVERYTHING["sections"], chosen])

    found = told(Distribution("choice:plek2", (40, 0, 60), "10-14"), of=questionnaire)

    assert found == {"Kies plek2.": ("Hier: ongeveer 40 %", "Daar: ongeveer 60 %")}


def test_three_options_stand_in_their_order():
    (questionnaire,) = (one for one in QUESTIONNAIRES if one.id == "samen-werken-aan-veiligheid")

    found = told(Distribution("choice:fase", (10, 50, 40), "10-14"), of=questionnaire, code="en")

    (texts,) = found.values()
    assert [text.rpartition(":")[2] for text in texts] == [
        " about 10%",
        " about 50%",
        " about 40%",
    ]
    assert texts[0].startswith("Building up")


def test_without_any_there_is_no_part():
    assert told() == {}
