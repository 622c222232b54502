"""All domains beside each other."""

from copy import deepcopy
from fractions import Fraction

from reflect.reports.blocks import Figures, Picture
from tests.reports.making import ANSWERS, EVERYTHING, a_section, a_text, everything, report


def of_kind(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def test_bars_and_table_say_the_same_in_figures_and_words():
    profile = report()["profile"]

    bars, (table,) = of_kind(profile, Picture)[0], of_kind(profile, Figures)
    assert [(m.value, m.number, m.words) for m in bars.marks] == [
        (Fraction(19, 5), "3,8", "Hoog"),
        (Fraction(1), "1,0", "Laag"),
        (None, "", "geen score"),
    ]
    assert [row[1:3] for row in table.rows] == [
        ("3,8", "Hoog"),
        ("1,0", "Laag"),
        ("\u2013", "geen score"),
    ]
    assert (bars.low, bars.high, bars.edges) == (1, 5, (Fraction(5, 2), Fraction(15, 4)))
    assert "Zien: 3,8, Hoog; Wegen: 1,0, Laag; Doen: geen score." in bars.alt


def test_a_radar_needs_three_scores():
    two, three = report(), report(ANSWERS | {"doen3": 4, "doen4": 4})

    assert [picture.chart for picture in of_kind(two["profile"], Picture)] == ["bars"]
    assert [picture.chart for picture in of_kind(three["profile"], Picture)] == ["bars", "radar"]


def test_domains_with_other_edges_share_no_lines():
    domains = deepcopy(EVERYTHING["domains"])
    domains[0]["bands"][0]["below"] = 0.2

    bars = of_kind(report(of=everything(domains=domains))["profile"], Picture)[0]

    assert bars.edges == ()


def test_a_questionnaire_without_domains_has_no_profile():
    questionnaire = everything(domains=[], sections=[a_section("open", a_text("losse"))], report={})

    assert list(report(of=questionnaire)) == ["cover", "words", "goals", "reckoning"]
