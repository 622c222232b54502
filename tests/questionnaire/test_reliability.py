"""Reliability, against figures that others published."""

from fractions import Fraction
from random import Random

import pytest

from reflect.questionnaire.reliability import LABELS, alpha, reliability
from tests.questionnaire.building import a_questionnaire, domain, section, statement

# What thirty departments thought of their supervisors, in percent (Chatterjee and Price, Regression
# Analysis by Example, 1977), and what the R package psych prints for it: raw_alpha and r.drop.
DEPARTMENTS = """\
43 51 30 39 61 92 45; 63 64 51 54 63 73 47; 71 70 68 69 76 86 48; 61 63 45 47 54 84 35;
81 78 56 66 71 83 47; 43 55 49 44 54 49 34; 58 67 42 56 66 68 35; 71 75 50 55 70 66 41;
72 82 72 67 71 83 31; 67 61 45 47 62 80 41; 64 53 53 58 58 67 34; 67 60 47 39 59 74 41;
69 62 57 42 55 63 25; 68 83 83 45 59 77 35; 77 77 54 72 79 77 46; 81 90 50 72 60 54 36;
74 85 64 69 79 79 63; 65 60 65 75 55 80 60; 65 70 46 57 75 85 46; 50 58 68 54 64 78 52;
50 40 33 34 43 64 33; 64 61 52 62 66 80 41; 53 66 52 50 63 80 37; 40 37 42 58 50 57 49;
63 54 42 48 66 75 33; 66 77 66 63 88 76 72; 78 75 58 74 80 78 49; 48 57 44 45 51 83 38;
85 85 71 71 77 74 55; 82 82 39 59 64 78 39"""
ALPHA, REST = 0.84, [0.67, 0.74, 0.56, 0.71, 0.79, 0.27, 0.46]
PERCENT = {"procent": {"from": 0, "to": 100}}
ITEMS = [f"a{number}" for number in range(1, 8)]


@pytest.fixture
def departments():
    rows = (row.split() for row in DEPARTMENTS.split(";"))
    return [dict(zip(ITEMS, map(int, row), strict=True)) for row in rows]


def asked(**more):
    """Seven statements in one domain; `more` is said of the last."""
    items = [statement(one, scale="procent") for one in ITEMS]
    items[-1] |= more
    return a_questionnaire(section("een", *items), domains=[domain()], scales=PERCENT)


def test_it_finds_what_others_found(departments):
    (found,) = reliability(asked(), "after", departments)
    assert (found.people, found.complete, found.without) == (30, 30, None)
    assert round(float(found.alpha), 2) == ALPHA
    assert [round(one.rest, 2) for one in found.statements] == REST
    assert found.label == "good"


def test_it_finds_the_figure_of_the_rules():
    people = ("2323", "4434", "3332", "5454", "1221", "4544")
    rows = [[Fraction(int(figure)) for figure in one] for one in people]
    assert round(float(alpha(rows)), 3) == 0.944


def test_a_statement_that_is_reversed_is_turned_first(departments):
    turned = [one | {"a7": 100 - one["a7"]} for one in departments]
    expected = reliability(asked(), "after", departments)
    assert reliability(asked(reverse=True), "after", turned) == expected


def test_whoever_skipped_one_is_no_complete_case_and_is_counted_as_missing(departments):
    departments += [{"a1": 50, "a7": 3}, {one: 50 for one in ITEMS if one != "a7"}]
    (found,) = reliability(asked(), "after", departments)
    assert (found.people, found.complete) == (32, 30)
    assert round(float(found.alpha), 2) == ALPHA
    assert [one.missing for one in found.statements] == [0, *[Fraction(1, 32)] * 6]


@pytest.mark.parametrize(
    ("items", "people", "without"),
    [(7, 29, "people"), (1, 30, "statements"), (2, 30, None)],
)
def test_it_says_nothing_where_it_would_mean_nothing(departments, items, people, without):
    questions = [statement(one, scale="procent") for one in ITEMS[:items]]
    small = a_questionnaire(section("een", *questions), domains=[domain()], scales=PERCENT)
    (found,) = reliability(small, "after", departments[:people])
    assert found.without == without
    assert (found.alpha is None) == (found.label == "") == (without is not None)


def test_where_everybody_says_the_same_there_is_nothing_to_say():
    (found,) = reliability(asked(), "after", [dict.fromkeys(ITEMS, 50)] * 30)
    assert (found.without, found.alpha) == ("spread", None)
    assert [one.rest for one in found.statements] == [None] * 7
    assert reliability(asked(), "after", [])[0].without == "people"
    assert alpha([]) is None


def test_only_what_is_asked_at_that_moment_is_looked_at(departments):
    (found,) = reliability(asked(phases=["later"]), "after", departments)
    assert [one.question for one in found.statements] == ITEMS[:-1]
    assert found.complete == 30


def test_chance_is_called_weak_and_every_height_has_its_word():
    chance = Random(1)  # noqa: S311 - the same always
    noise = [{one: chance.randint(0, 100) for one in ITEMS} for _ in range(60)]
    assert reliability(asked(), "after", noise)[0].label == "weak"
    assert [least for least, _ in LABELS] == sorted((least for least, _ in LABELS), reverse=True)
