"""What may be told next, given all that was told."""

import pytest

from reflect.disclosure import Entry, Ledger, key
from tests.disclosure.entries import loaded

FIRST, SECOND = key("q", 1, "domain:signalen"), key("q", 2, "domain:signalen")


def people(first, last):
    return {f"{number:02}" for number in range(first, last + 1)}


def mean(first, last, measure=FIRST):
    return Entry.over(measure, people(first, last))


def paired(subjects):
    return Entry.of({(m, who): sign for m, sign in ((FIRST, -1), (SECOND, 1)) for who in subjects})


@pytest.mark.parametrize(("last", "accepted"), [(1, False), (4, False), (5, True), (14, True)])
def test_a_first_mean_is_about_five_people_or_more(last, accepted):
    assert Ledger().accepts(mean(1, last)) is accepted


@pytest.mark.parametrize(("last", "accepted"), [(5, True), (6, False), (9, False), (10, True)])
def test_who_came_later_must_be_five_as_well(last, accepted):
    ledger = Ledger([mean(1, 5)])

    assert ledger.accepts(mean(1, last)) is accepted


@pytest.mark.parametrize(("last", "accepted"), [(5, True), (6, False), (9, False), (10, True)])
def test_who_is_left_of_a_set_when_a_part_is_told_must_be_five_as_well(last, accepted):
    ledger = Ledger([mean(1, 10)])

    assert ledger.accepts(mean(1, last)) is accepted


def test_two_sets_that_overlap_in_a_few_people_are_not_both_told():
    ledger = Ledger([mean(1, 10)])

    assert not ledger.accepts(mean(10, 19))
    assert ledger.accepts(mean(6, 15))


def test_sets_told_may_be_added_up():
    ledger = Ledger([mean(1, 6), mean(7, 13)])

    assert ledger.accepts(mean(1, 13))


def test_somebody_counted_twice_in_a_union_stands_apart():
    ledger = Ledger([mean(1, 12)])
    twice = Entry.of({(FIRST, who): 2 if who == "01" else 1 for who in people(1, 12)})

    assert not ledger.accepts(twice)


def test_the_same_people_at_another_moment_are_other_unknowns():
    ledger = Ledger([mean(1, 7)])

    assert ledger.accepts(mean(1, 6, SECOND))


def test_a_paired_change_is_told_when_nobody_came_or_went():
    ledger = Ledger([mean(1, 7), mean(1, 7, SECOND)])

    assert ledger.accepts(paired(people(1, 7)))


def test_a_paired_change_is_not_told_when_one_of_them_missed_the_second_moment():
    ledger = Ledger([mean(1, 8), mean(1, 7, SECOND)])

    assert not ledger.accepts(paired(people(1, 7)))


def test_a_class_is_those_whom_nothing_told_sets_apart():
    ledger = Ledger([mean(1, 10), mean(6, 15), mean(1, 15, SECOND)])

    assert ledger.classes(FIRST) == {
        frozenset(people(1, 5)),
        frozenset(people(6, 10)),
        frozenset(people(11, 15)),
    }
    assert ledger.classes(SECOND) == {frozenset(people(1, 15))}
    assert ledger.classes(key("q", 3, "domain:signalen")) == frozenset()


def test_adding_counts_from_then_on():
    ledger = Ledger()

    ledger.add(mean(1, 5))

    assert ledger.classes(FIRST) == {frozenset(people(1, 5))}
    assert not ledger.accepts(mean(1, 6))


def test_what_is_not_accepted_cannot_be_added():
    ledger = Ledger([mean(1, 5)])

    with pytest.raises(ValueError, match="fewer than 5"):
        ledger.add(mean(1, 6))

    assert ledger.classes(FIRST) == {frozenset(people(1, 5))}


def test_a_higher_floor_asks_for_larger_classes_of_what_is_touched():
    ledger = Ledger([mean(1, 6), mean(21, 28)], floor=8)

    assert ledger.floor == 8
    assert not ledger.accepts(mean(31, 37))
    assert ledger.accepts(mean(31, 38))
    assert ledger.accepts(mean(21, 28))
    assert not ledger.accepts(mean(1, 6))  # told once under a floor of 5; not again


def test_a_ledger_cannot_be_given_a_lower_floor():
    with pytest.raises(ValueError, match="4 is less than 5"):
        Ledger(floor=4)
    with pytest.raises(AttributeError):
        Ledger().floor = 1


@pytest.mark.parametrize("coefficients", [{}, {(FIRST, "01"): 1, (FIRST, "02"): 0}])
def test_an_entry_says_something_of_each_of_its_cells(coefficients):
    with pytest.raises(ValueError, match="of each of its cells"):
        Entry.of(coefficients)


def test_an_entry_is_never_changed():
    coefficients = {(FIRST, who): 1 for who in people(1, 5)}
    entry = Entry.of(coefficients)

    coefficients.clear()

    assert entry == mean(1, 5)
    with pytest.raises(TypeError):
        entry.coefficients[FIRST, "06"] = 1


def test_one_step_of_loading_is_too_little():
    told = [mean(1, 15), mean(11, 20)]
    candidate = mean(1, 6)  # leaves four people, 7 to 10, whom the second mean sets apart

    assert not Ledger(told).accepts(candidate)
    assert Ledger(loaded(told, candidate, steps=1)).accepts(candidate)
    assert not Ledger(loaded(told, candidate, steps=2)).accepts(candidate)
