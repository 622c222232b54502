"""The promise, in random worlds: nobody can be solved, where other rules give people away."""

from random import Random

import pytest

from reflect.disclosure import FLOOR, Entry, Ledger, key, solved
from reflect.disclosure.worlds import classes, played, trial, world
from tests.disclosure.entries import loaded

WORLDS = range(500)


@pytest.fixture(scope="module")
def outcomes():
    return [trial(seed) for seed in WORLDS]


@pytest.fixture(scope="module")
def plays():
    return [played(world(seed), Ledger()) for seed in range(100)]


def test_under_the_ledger_nobody_can_be_solved(outcomes):
    assert not any(outcome.solved for outcome in outcomes)


def test_under_the_ledger_every_class_holds_five_people_or_more(outcomes):
    assert min(outcome.smallest for outcome in outcomes if outcome.smallest) == FLOOR


def test_the_ledger_would_accept_every_union_of_what_was_told(outcomes):
    assert not any(outcome.refused for outcome in outcomes)


def test_what_was_told_as_a_bound_does_not_follow_from_the_rest(outcomes):
    assert not any(outcome.betrayed for outcome in outcomes)


def test_a_mere_threshold_gives_somebody_away_in_three_of_ten_worlds(outcomes):
    assert sum(outcome.threshold > 0 for outcome in outcomes) >= 0.3 * len(outcomes)


def test_live_pages_give_somebody_away_in_nearly_every_world(outcomes):
    assert sum(outcome.live > 0 for outcome in outcomes) >= 0.95 * len(outcomes)


def test_the_ledger_lets_most_groups_see_their_means(outcomes):
    assert sum(o.shown for o in outcomes) >= 0.6 * sum(o.asked for o in outcomes)


def test_the_worlds_hold_all_that_can_happen(plays):
    pools = [each for play in plays for each in play.sets if each.owner[1] is None]
    groups = sum(len(play.sets) for play in plays) - len(pools)

    assert len(pools) > 50
    assert groups > sum(len(play.closed) for play in plays) + 5  # sets of who came late
    for wanted in ("changes", "distributions"):
        assert sum(getattr(play, wanted) for play in plays) > 20, wanted
    assert sum(len(play.bounds) for play in plays) > 20
    assert any(2 in union.coefficients.values() for play in plays for union in play.unions)


@pytest.mark.parametrize("seed", range(40))
def test_with_puppets_the_promise_is_about_five_less_the_puppets(seed):
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    play = played(world(seed), Ledger())
    told = [*play.told, *play.unions]
    people = sorted({who for entry in told for _, who in entry.coefficients})
    puppets = set(rng.sample(people, 1 + seed % 3))
    known = [
        Entry.of({cell: 1}) for entry in told for cell in entry.coefficients if cell[1] in puppets
    ]

    assert min(len(subjects - puppets) for subjects in classes(told)) >= FLOOR - len(puppets)
    assert {who for _, who in solved([*told, *known])} <= puppets


def test_four_puppets_around_one_person_are_what_the_ledger_cannot_see():
    measure, puppets = key("q", 1, "domain:signalen"), ["p1", "p2", "p3", "p4"]
    told = Entry.over(measure, ["real", *puppets])

    assert Ledger().accepts(told)
    assert [subjects - {*puppets} for subjects in classes([told])] == [{"real"}]
    assert (measure, "real") in solved([told, *(Entry.of({(measure, p): 1}) for p in puppets)])


def candidates(rng, told, entry):
    """An entry, and others near it: a few people fewer, more, or a part of an earlier one."""
    cells = sorted(entry.coefficients)
    others = sorted({cell for each in told for cell in each.coefficients})
    yield entry
    yield Entry.of(dict.fromkeys(cells[: rng.randint(1, len(cells))], 1))
    if others:
        yield Entry.of(dict.fromkeys((*cells, *rng.sample(others, min(len(others), 5))), 1))
        yield Entry.of(dict.fromkeys(rng.sample(others, min(len(others), 8)), 1))
        yield Entry.of(dict.fromkeys(sorted(rng.choice(told).coefficients)[:5], 1))


def test_with_two_steps_of_loading_the_answer_is_that_of_the_whole_ledger(plays):
    rng = Random(1)  # noqa: S311 - the same candidates every time
    answers = []
    for told in (play.told for play in plays[:10]):
        for number, entry in enumerate(told):
            for candidate in candidates(rng, told[:number], entry):
                near = loaded(told[:number], candidate, steps=2)
                answers.append(Ledger(told[:number]).accepts(candidate))
                assert Ledger(near).accepts(candidate) is answers[-1]
    assert 0.2 < sum(answers) / len(answers) < 0.8
