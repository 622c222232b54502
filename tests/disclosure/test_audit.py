"""An audit finds whom the solver finds, though it weighs classes and not people."""

import pytest

from reflect.disclosure import Entry, Ledger, key, solved
from reflect.disclosure.audit import Audit, audit
from reflect.disclosure.worlds import Threshold, played, world

M = key("q", 1, "domain:signalen")


def test_of_nothing_there_is_nothing():
    assert audit([]) == Audit(0, 0, (), ())


def test_who_is_the_rest_of_a_total_is_found():
    told = [Entry.over(M, "abcdefg"), Entry.over(M, "abcdef")]

    assert audit(told) == Audit(2, 7, (M,), (M,))


def test_a_small_class_is_named_though_nobody_in_it_is_solved():
    assert audit([Entry.over(M, "abc")]) == Audit(1, 3, (), (M,))


def test_who_stands_apart_and_still_cannot_be_solved_is_no_find():
    told = [Entry.over(M, "abcdef"), Entry.over(M, "fghijk")]

    assert audit(told) == Audit(2, 11, (), (M,))


@pytest.mark.parametrize("rule", [Ledger, Threshold])
def test_it_finds_the_measures_on_which_the_solver_finds_somebody(rule):
    for seed in range(40):
        play = played(world(seed), rule())
        told = [*play.told, *play.unions]

        assert set(audit(told).solved) == {measure for measure, _ in solved(told)}
