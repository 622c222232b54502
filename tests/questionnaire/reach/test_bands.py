"""Bands out of reach: too few points, whatever is answered."""

from itertools import product

import pytest

from reflect.questionnaire import score
from reflect.questionnaire.reach import Reach, bands, missed
from tests.questionnaire.building import (
    a_questionnaire,
    check_of,
    choice,
    domain,
    section,
    statement,
)

SCALES = {"twee": {"from": 0, "to": 1}, "drie": {"from": 1, "to": 3}}


def out_of_reach(*questions, edges=(0.4, 0.45, 0.55, 0.6), **more):
    questionnaire, _ = check_of(
        section("een", choice("rol", "a", "b")),
        section("twee", *questions),
        scales=SCALES,
        domains=[domain(edges=edges, **more)],
    )
    return questionnaire, missed(questionnaire, questionnaire.domains[0], Reach(questionnaire))


def two(name, **more):
    return statement(name, scale="twee", **more)


@pytest.mark.parametrize(
    ("questions", "more"),
    [
        ([two("a")], {}),
        ([two("a"), two("b")], {}),
        ([two("a"), two("b", reverse=True), two("c")], {}),
        ([two("a"), two("b"), two("c")], {"answered_more_than": 0.9}),
        ([two("a"), two("b", weight=9)], {}),
        ([two("a"), two("b", weight=0.3)], {"answered_more_than": 0}),
        ([statement("a", scale="drie"), two("b", weight=3)], {}),
    ],
)
def test_a_band_is_out_of_reach_when_no_answers_at_all_end_in_it(questions, more):
    questionnaire, found = out_of_reach(*questions, **more)
    names = [one["id"] for one in questions]
    every = [
        {name: point for name, point in zip(names, points, strict=True) if point is not None}
        for points in product((None, 0, 1, 2, 3), repeat=len(names))
    ]
    fit = [one for one in every if all(_fits(questionnaire, *pair) for pair in one.items())]
    seen = {score(questionnaire, "after", one).scores[0].band for one in fit}
    assert set(found) == {band.id for band in questionnaire.domains[0].bands} - seen


def _fits(questionnaire, name, point):
    question = questionnaire.questions[name]
    return point in questionnaire.scale_of(question).values


def test_what_may_stay_unasked_may_give_a_score_of_its_own():
    third = two("c", show_if={"equals": ["rol", "a"]})
    assert out_of_reach(two("a"), two("b"), edges=(0.3, 0.4))[1] == ("band-1",)
    assert out_of_reach(two("a"), two("b"), third, edges=(0.3, 0.4))[1] == ()


def test_too_many_sums_prove_nothing(monkeypatch):
    monkeypatch.setattr(bands, "MOST", 3)
    assert out_of_reach(two("a"), two("b"))[1] == ()


def test_a_domain_of_which_nothing_is_ever_asked_tells_no_bands():
    never = {"all": [{"equals": ["rol", "a"]}, {"equals": ["rol", "b"]}]}
    assert out_of_reach(two("a", show_if=never))[1] == ()


def test_phases_that_ask_less_are_counted_apart():
    questionnaire = a_questionnaire(
        section("een", two("a"), two("b", phases=["after"])),
        scales=SCALES,
        domains=[domain(edges=(0.4, 0.6))],
    )
    reach = Reach(questionnaire)
    assert missed(questionnaire, questionnaire.domains[0], reach) == ()
