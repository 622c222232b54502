"""People made up by chance see all there is to see, and every seed tells the same again."""

import json
import tracemalloc
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from reflect.questionnaire import check, path, read_definition
from reflect.questionnaire.simulation import crowd, simulate
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    check_of,
    choice,
    domain,
    of_statements,
    open_question,
    section,
    statement,
)
from tests.questionnaire.valid import valid

SHIPPED = Path(__file__).parents[3] / "questionnaires"
CHANCE = Random(1)  # noqa: S311 - the same always
HELP = {**choice("hulp", *"abcdefgh"), "type": "choices", "max_choices": 2}
RARE = {"all": [{"equals": ["rol", "d"]}, {"equals": ["tien", 7]}, {"equals": ["woord", "sesam"]}]}
FORK = a_questionnaire(
    section("een", choice("rol", "a", "b", "c", "d"), HELP, aside("tien", "tien", "none")),
    section("twee", open_question("woord", max_length=3000)),
    section("drie", statement("a1"), statement("a2", reverse=True), phases=["later"]),
    section("vier", open_question("slot"), show_if=RARE),
    domains=[domain()],
)


def test_what_only_one_in_thousands_would_come_across_is_seen_too():
    found = simulate(FORK, 60, 1).unseen
    assert (found.sections, found.questions, found.options, found.bands) == ((), (), (), ())


def test_what_no_answers_reach_is_never_seen():
    never = {"not": {"any": [{"answered": "rol"}, {"not": {"answered": "rol"}}]}}
    questionnaire, _ = check_of(
        section("een", choice("rol", "a", "b"), statement("a1", scale="ja")),
        section("twee", choice("ooit", "c", "d"), show_if=never),
        scales={"ja": {"from": 0, "to": 1}},
        domains=[domain()],
    )
    found = simulate(questionnaire, 60, 1).unseen
    assert (found.sections, found.questions) == (("twee",), ("ooit",))
    assert (found.options, found.bands) == (("ooit.c", "ooit.d"), ("zien.band-1",))


def test_both_ends_of_every_domain_are_reached():
    (spread,) = simulate(FORK, 60, 1).spreads
    assert (spread.lowest, spread.highest) == (0, 1)
    assert sum(spread.columns) == sum(spread.bands.values())
    assert (spread.columns[0] > 0, spread.columns[-1] > 0) == (True, True)


def test_who_is_not_asked_is_not_counted_as_without_a_score():
    (spread,) = simulate(FORK, 60, 1).spreads
    assert 0 < spread.without + sum(spread.bands.values()) < 60


def test_a_domain_in_which_nobody_scores_has_no_ends():
    (spread,) = simulate(FORK, 1, 1).spreads
    assert (spread.lowest, spread.highest, spread.without) == (None, None, 0)


def test_equal_seeds_find_the_same_and_others_something_else():
    assert simulate(FORK, 40, 7) == simulate(FORK, 40, 7)
    assert simulate(FORK, 40, 7).spreads != simulate(FORK, 40, 8).spreads


def test_time_is_words_at_two_hundred_a_minute_and_four_seconds_an_answer():
    # title, stem, two statements of two words and a hint of one; nobody takes longer
    questionnaire = of_statements(statement("a1"), statement("a2", hint={"nl": "Kort."}))
    found = simulate(questionnaire, 60, 1)
    assert found.seconds.longest == round(6 * 60 / 200) + 2 * 4
    assert found.seconds.median <= found.seconds.longest
    assert found.seconds.promised == 5 * 60


def test_the_longest_walk_has_texts_as_long_as_they_may_be():
    walk = simulate(FORK, 60, 1).longest
    assert len(walk.answers["woord"]) in (2999, 3000)
    FORK.questions["woord"].admit(FORK, walk.answers["woord"])


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*-1.json")), ids=lambda file: file.stem)
def test_in_a_shipped_questionnaire_all_is_seen(file):
    found = simulate(read_definition(file.stem, SHIPPED), 120, 1)
    assert not any(asdict(found.unseen).values())


def test_a_thousand_people_take_no_more_memory_than_a_hundred():
    questionnaire = of_statements(statement("a1"), statement("a2"))
    simulate(questionnaire, 100, 1)  # what is kept beside a definition is there now
    held = []
    for people in (100, 1000):
        tracemalloc.start()
        simulate(questionnaire, people, 1)
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert held[1] < 1.2 * held[0]


@settings(max_examples=20, deadline=None)
@given(valid())
def test_whoever_walks_a_valid_definition_gives_valid_answers(plain):
    questionnaire, _ = check(json.dumps(plain), "x")
    assert simulate(questionnaire, 90, 1).unseen.questions == ()
    for bot in crowd(questionnaire, 10):
        for name, answer in bot.answers(questionnaire, CHANCE).items():
            assert questionnaire.questions[name].admit(questionnaire, answer) == answer


def test_each_of_a_crowd_has_a_phase_and_a_manner_of_their_own():
    crowded = list(crowd(FORK, 30))
    assert {bot.way.phase for bot in crowded} == {"before", "after", "later"}
    assert len({(bot.way.phase, bot.manner) for bot in crowded if not bot.way.answers}) >= 8
    aimed = next(bot for bot in crowded if bot.way.answers)
    steps = path(FORK, aimed.way.phase, aimed.answers(FORK, CHANCE))
    assert steps[-1].section.id == "vier"


def test_a_simulation_is_plain_json():
    plain = json.loads(json.dumps(simulate(FORK, 10, 1).to_json()))
    assert (plain["people"], plain["longest"]) == (10, {"phase": plain["longest"]["phase"]})
