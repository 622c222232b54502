"""The codebook: what every question is, in this and in every other version."""

from reflect.questionnaire import codebook
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    domain,
    nl,
    open_question,
    section,
    statement,
)

RULE = {"equals": ["rol", "a"]}
PASSAGE = {"id": "lees", "type": "passage", "text": nl("Lees dit.")}


def of(version, *sections):
    return a_questionnaire(*sections, version=version, domains=[domain()])


FIRST = of(1, section("een", choice("rol", "a", "b"), statement("a1"), open_question("weg")))
SECOND = of(
    2,
    section("een", choice("rol", "a", "b"), PASSAGE, phases=["before", "after"]),
    section("twee", statement("a1", reverse=True, weight=0.5, show_if=RULE), show_if=RULE),
    section("drie", aside("t", "tien", "context", phases=["after", "later"]), phases=["after"]),
    section("vier", aside("c", "cijfer", "none", show_if=RULE)),
)


def entries(questionnaire, *versions):
    return {entry.id: entry for entry in codebook(questionnaire, versions)}


def test_a_scored_question_tells_how_it_counts():
    a1 = entries(SECOND)["a1"]
    assert (a1.scale, a1.domain, a1.use, a1.weight, a1.reverse) == (
        *("eens", "zien", "score", "0.5"),
        True,
    )
    assert a1.values == (*((str(n), f"punt {n}") for n in range(1, 6)), ("na", "n.v.t."))
    assert a1.texts == ("Stelling a1.",)


def test_a_scale_without_points_tells_its_ends():
    assert entries(SECOND)["t"].values == (("0", "niet"), ("10", "heel"))
    assert entries(SECOND)["c"].values == (("1", ""), ("10", ""))
    assert entries(SECOND)["t"].use == "context"


def test_options_have_their_labels_and_a_passage_has_no_row():
    found = entries(SECOND)
    assert found["rol"].values == (("a", "A"), ("b", "B"))
    assert (found["rol"].scale, found["rol"].use) == ("", "")
    assert "lees" not in found


def test_phases_and_rules_of_section_and_question_are_both_told():
    found = entries(SECOND)
    assert (found["rol"].phases, found["t"].phases) == (("before", "after"), ("after",))
    assert found["a1"].show_if == "(rol is a) and (rol is a)"
    assert (found["c"].show_if, found["rol"].show_if) == ("rol is a", "")


def test_a_question_tells_since_and_until_which_version_it_is_asked():
    found = entries(SECOND, FIRST, SECOND)
    assert list(found) == ["rol", "a1", "t", "c", "weg"]
    assert [(e.since, e.until) for e in found.values()] == [
        *((1, None), (1, None), (2, None), (2, None)),
        (1, 1),
    ]
    assert list(entries(FIRST, FIRST, SECOND)) == ["rol", "a1", "weg", "t", "c"]
