"""The then-test: asked where a definition wants it, of the same statements, and never scored."""

from pathlib import Path

import pytest

from reflect.questionnaire import (
    codebook,
    contribution,
    difference,
    measures,
    path,
    read_definition,
    score,
)
from reflect.questionnaire.simulation import simulate
from tests.questionnaire.building import (
    a_questionnaire,
    check_of,
    choice,
    domain,
    nl,
    section,
    statement,
)

DEFINITIONS = Path(__file__).parents[1] / "definitions"
TOLD = {"title": nl("Toen"), "stem": nl("Toen:")}


def asking(*domains, phases=("later",)):
    return {"then": {"phases": list(phases), "domains": list(domains), **TOLD}}


def walked(questionnaire, phase, **answers):
    """The sections that somebody meets, each with its questions."""
    return {
        step.section.id: [question.id for question in step.questions]
        for step in path(questionnaire, phase, answers)
    }


@pytest.fixture
def small():
    return read_definition("then-1", DEFINITIONS)


def test_the_statements_come_again_after_those_about_now_and_only_at_its_phase(small):
    later = walked(small, "later", zeker="ja")
    assert list(later) == ["een", "twee", "then", "slot"]
    assert later["then"] == ["then-a1", "then-a2", "then-a3"]
    assert "then" not in walked(small, "after", zeker="ja")


def test_what_somebody_is_not_asked_about_now_is_not_asked_about_then(small):
    assert walked(small, "later")["then"] == ["then-a1", "then-a2"]


def test_it_reads_as_its_author_wrote_it(small):
    assert small.then.stem == nl("Toen, zoals ik het nu zie:")
    assert small.questions["then-a1"].text == small.questions["a1"].text
    assert small.fingerprint == read_definition("then-1", DEFINITIONS).fingerprint


def test_an_answer_about_then_is_kept_and_is_in_no_score_and_no_group(small):
    now = {"a1": 4, "a2": 2, "zeker": "nee"}
    without, told = (
        score(small, "later", now | then) for then in ({}, {"then-a1": 1, "then-a2": 5})
    )
    assert told.answers["then-a1"] == 1
    assert told.scores == without.scores
    assert [measure.id for measure in measures(small)] == ["domain:zien"]
    assert contribution(small, told) == contribution(small, without)


def test_at_another_phase_an_answer_about_then_is_off_the_path(small):
    assert "then-a1" not in score(small, "after", {"a1": 4, "then-a1": 1}).answers


def test_the_codebook_says_what_it_is(small):
    entries = {entry.id: entry for entry in codebook(small, [small])}
    again = entries["then-a3"]
    assert (again.use, again.domain, again.phases) == ("then", "zien", ("later",))
    assert again.show_if == entries["a3"].show_if == "zeker is ja"
    assert [entry.use for entry in entries.values()].count("then") == 3


def test_people_made_up_by_chance_come_across_all_of_it(small):
    unseen = simulate(small, 60, 1).unseen
    assert (unseen.sections, unseen.questions) == ((), ())


def test_versions_are_laid_side_by_side_as_they_were_written(small):
    assert difference(small, small).edits == ()


def test_a_statement_of_other_phases_is_not_asked_again():
    found = a_questionnaire(
        section("een", statement("a1"), statement("a2", phases=["before"])),
        section("twee", statement("a3"), phases=["before", "after"]),
        domains=[domain()],
        report=asking("zien", phases=("after", "later")),
    )
    assert walked(found, "later")["then"] == ["then-a1"]
    assert walked(found, "after")["then"] == ["then-a1", "then-a3"]


def test_the_rules_of_a_section_and_of_its_statement_both_hold():
    found = a_questionnaire(
        section("een", choice("rol", "a", "b"), choice("plek", "c", "d")),
        section(
            "twee",
            statement("a1"),
            statement("a2", show_if={"equals": ["plek", "c"]}),
            show_if={"equals": ["rol", "a"]},
        ),
        domains=[domain()],
        report=asking("zien"),
    )
    assert "then" not in walked(found, "later", rol="b", plek="c")
    assert walked(found, "later", rol="a", plek="d")["then"] == ["then-a1"]
    assert walked(found, "later", rol="a", plek="c")["then"] == ["then-a1", "then-a2"]


def test_its_ids_are_taken():
    _, faults = check_of(
        section("then", statement("a1"), statement("then-a1")),
        domains=[domain()],
        report=asking("zien"),
    )
    assert [(fault.code, fault.path) for fault in faults] == [("E201", "report.then")] * 2


def test_a_domain_that_cannot_be_asked_again_is_told():
    _, faults = check_of(
        section("een", statement("a1"), phases=["before"]),
        domains=[domain()],
        report=asking("zien"),
    )
    (fault,) = faults
    assert (fault.code, fault.path) == ("E501", "report.then.domains.0")
    assert 'nothing of "zien" is asked' in fault.message


def test_its_words_are_in_every_language():
    _, faults = check_of(
        section("een", statement("a1")),
        domains=[domain()],
        report={"then": {**asking("zien")["then"], "stem": {"en": "Then:"}}},
    )
    assert {fault.code for fault in faults} == {"E401", "E404"}
