"""Two versions: each change is wording, comparable or breaking; and what may still be compared."""

import json

import pytest

from reflect.questionnaire import difference, equal
from tests.questionnaire.building import (
    SCALES,
    a_questionnaire,
    aside,
    choice,
    definition,
    domain,
    nl,
    open_question,
    section,
    statement,
)

HORENDE = [statement("b1", domain="horen"), statement("b2", domain="horen")]
PIPED = {"question": "rol", "words": {"a": nl("de collega")}, "otherwise": nl("je partner")}
ROLE, PARTNER = ("question", "rol"), ("placeholder", "partner")


def plain():
    return definition(
        section("een", choice("rol", "a", "b"), open_question("vrij")),
        section("twee", statement("a1"), statement("a2"), *HORENDE, stem=nl("In mijn werk:")),
        section(
            "drie", statement("a3", text=nl("Ik sprak {partner}.")), aside("t", "tien", "none")
        ),
        domains=[domain(), domain("horen")],
        placeholders={"partner": PIPED},
    )


def built(definition):
    return a_questionnaire(*definition.pop("sections"), **definition)


def changed(*places):
    """The difference after each (path, value); None takes something out."""
    new = json.loads(json.dumps(plain()))
    for path, value in places:
        *steps, last = path.split(".")
        around = new
        for step in steps:
            around = around[int(step) if step.isdigit() else step]
        if value is None:
            around.pop(int(last) if last.isdigit() else last)
        elif isinstance(around, list) and int(last) == len(around):
            around.append(value)
        else:
            around[int(last) if last.isdigit() else last] = value
    return difference(built(plain()), built(new))


def told(found):
    return [(edit.kind, edit.group, edit.id, edit.path) for edit in found.edits]


def test_what_is_the_same_has_no_difference():
    same = changed(("version", 2), ("$schema", "elders.json"))
    assert (same.before, same.after, same.edits) == ("proef-1", "proef-2", ())
    assert same.comparable == {"zien": ("a1", "a2", "a3"), "horen": ("b1", "b2")}
    assert same.asked == {"zien": 3, "horen": 2}


def test_a_default_that_is_written_out_is_no_difference():
    assert changed(("sections.1.questions.0.reverse", False)).edits == ()


@pytest.mark.parametrize(
    ("path", "value", "kind", "where"),
    [
        ("sections.0.questions.1.text", nl("Zeg."), "wording", ("question", "vrij", "text.nl")),
        ("sections.0.questions.1.hint", nl("Kort."), "wording", ("question", "vrij", "hint")),
        ("sections.1.stem.nl", "Ooit:", "wording", ("section", "twee", "stem.nl")),
        ("title.nl", "Nieuw", "wording", ("questionnaire", "proef", "title.nl")),
        ("domains.0.bands.0.text.nl", "N.", "wording", ("domain", "zien", "bands.band-0.text.nl")),
        ("scales.tien.ends.0.nl", "nooit", "wording", ("scale", "tien", "ends.1.nl")),
        ("scales.eens.points.0.label.nl", "x", "wording", ("scale", "eens", "points.1.label.nl")),
        ("placeholders.partner.words.a.nl", "x", "wording", (*PARTNER, "words.a.nl")),
        ("minutes", 9, "comparable", ("questionnaire", "proef", "minutes")),
        ("domains.0.bands.0.below", 0.3, "comparable", ("domain", "zien", "bands.band-0.below")),
        ("domains.0.about.nl", "Nieuw.", "wording", ("domain", "zien", "about.nl")),
        ("sections.2.phases", ["later"], "comparable", ("section", "drie", "phases")),
        ("sections.2.show_if", {"answered": "rol"}, "comparable", ("section", "drie", "show_if")),
        ("sections.0.questions.1.lines", 9, "comparable", ("question", "vrij", "lines")),
        ("sections.0.questions.1", None, "comparable", ("question", "vrij", "")),
        ("scales.nieuw", SCALES["cijfer"], "comparable", ("scale", "nieuw", "")),
        ("sections.1.questions.0.reverse", True, "breaking", ("question", "a1", "reverse")),
        ("sections.1.questions.0.weight", 2, "breaking", ("question", "a1", "weight")),
        ("sections.1.questions.0.scale", "tien", "breaking", ("question", "a1", "scale")),
        ("sections.1.questions.0.domain", "horen", "breaking", ("question", "a1", "domain")),
        ("sections.1.questions.0", None, "breaking", ("question", "a1", "")),
        ("sections.2.questions.2", statement("n"), "breaking", ("question", "n", "")),
        ("sections.0.questions.0.options.1.value", "c", "breaking", (*ROLE, "options.b")),
        ("scales.tien.to", 20, "breaking", ("scale", "tien", "to")),
        ("scales.eens.not_applicable", None, "breaking", ("scale", "eens", "not_applicable")),
    ],
)  # fmt: skip
def test_every_change_has_its_kind(path, value, kind, where):
    assert (kind, *where) in told(changed((path, value)))


def test_a_change_says_what_was_and_what_is():
    (edit,) = changed(("sections.1.questions.0.text.nl", "Nieuw.")).edits
    assert (edit.old, edit.new) == ("Stelling a1.", "Nieuw.")
    (edit,) = changed(("sections.2.show_if", {"equals": ["rol", "a"]})).edits
    assert (edit.old, edit.new) == (None, "rol is a")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sections.2.questions.0.text.nl", "Ik sprak met {partner}."),
        ("sections.2.stem", nl("Deze week:")),
        ("placeholders.partner.otherwise.nl", "de ander"),
        ("sections.2.questions.0.reverse", True),
        ("sections.2.questions.0.weight", 2),
    ],
)
def test_what_reads_or_counts_otherwise_is_not_compared(path, value):
    assert changed((path, value)).comparable == {"zien": ("a1", "a2"), "horen": ("b1", "b2")}


def test_another_word_at_a_point_is_another_scale():
    assert changed(("scales.eens.points.2.label.nl", "ach")).comparable == {"zien": (), "horen": ()}


def test_what_is_asked_elsewhere_or_of_fewer_people_is_still_compared():
    rule = {"equals": ["rol", "a"]}
    assert len(changed(("sections.1.show_if", rule)).comparable["zien"]) == 3


def test_a_domain_that_goes_takes_its_comparison_along():
    gone = changed(
        ("sections.1.questions.3", None), ("sections.1.questions.2", None), ("domains.1", None)
    )
    assert ("breaking", "domain", "horen", "") in told(gone)
    assert ("comparable", "question", "b1", "") in told(gone)
    assert gone.comparable == {"zien": ("a1", "a2", "a3")}


def test_another_order_is_told_once():
    swapped = plain()["sections"][1]["questions"][::-1]
    found = changed(("sections.1.questions", swapped))
    assert told(found) == [("comparable", "questionnaire", "proef", "order")]
    assert found.edits[0].new == ["rol", "vrij", "b2", "b1", "a2", "a1", "a3", "t"]


def test_a_new_language_is_told_once_and_not_text_by_text():
    new = definition(section("een", open_question("a")), scales={})
    one = built(json.loads(json.dumps(new)))
    for text in (new["title"], new["summary"], new["sections"][0]["title"]):
        text["en"] = "Something"
    new["sections"][0]["questions"][0]["text"]["en"] = "Tell."
    two = built({**new, "languages": ["nl", "en"]})
    found = difference(one, two).edits
    assert [(edit.path, edit.new) for edit in found] == [("languages", ["nl", "en"])]


def test_a_difference_is_plain_json():
    found = changed(("minutes", 9)).to_json()
    assert json.loads(json.dumps(found))["edits"][0]["new"] == 9


def test_a_question_beside_the_scores_is_equal_where_it_is_asked_in_the_same_way():
    def beside(**more):
        return a_questionnaire(
            section("een", aside("t", "tien", "context"), aside("c", "cijfer", "grade", **more)),
            scales=SCALES,
        )

    assert equal(beside(), beside()) == {"t", "c"}
    assert equal(beside(), beside(text=nl("Anders."))) == {"t"}
