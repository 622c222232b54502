"""What closing tells of each measure, and what it keeps."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reflect.disclosure import Entry, Figure, Ledger, Measure, Sum, Withheld, decide, key
from reflect.disclosure.decision import Decision, figure

SIGNALS, SURE, TIME, GRADE = MEASURES = (
    Measure("domain:signalen", 1, 5),
    Measure("confidence:zeker", 0, 10),
    Measure("context:tijd", 1, 5),
    Measure("grade:cijfer", 1, 10),
)


def eighths(*values):
    return {f"p{number}": Fraction(value, 8) for number, value in enumerate(values)}


def decided(values, ledger=None):
    return decide(MEASURES, values, ledger or Ledger(), questionnaire="q", moment=2)


def test_each_measure_is_told_or_withheld_on_its_own():
    ledger = Ledger([Entry.over(key("q", 2, TIME.id), ["p0", "x1", "x2", "x3", "x4"])])
    values = {
        SIGNALS.id: eighths(0, 2, 4, 6, 8),
        SURE.id: eighths(1, 2, 3, 4),
        TIME.id: eighths(1, 2, 3, 4, 5),
    }

    decision = decided(values, ledger)

    five = {"p0", "p1", "p2", "p3", "p4"}
    assert decision == Decision(
        figures=(Figure(SIGNALS.id, 1, 5, Decimal("3.0"), None, "5-9"),),
        withheld=(
            Withheld(SURE.id, "too_few"),
            Withheld(TIME.id, "ledger"),
            Withheld(GRADE.id, "too_few"),
        ),
        entries=(Entry.over("q/2/domain:signalen", five),),
        sums={SIGNALS.id: Sum(Fraction(5, 2), 5)},
        pooled={SURE.id: five - {"p4"}, TIME.id: five, GRADE.id: frozenset()},
    )


def test_the_ledger_is_asked_and_not_changed():
    ledger = Ledger()

    decided({SIGNALS.id: eighths(1, 2, 3, 4, 5)}, ledger)

    assert ledger.classes(key("q", 2, SIGNALS.id)) == frozenset()


def test_what_is_withheld_is_the_same_for_nobody_and_for_four():
    told = {tuple(decided({SIGNALS.id: eighths(*range(count))}).withheld) for count in range(5)}

    assert told == {tuple(Withheld(measure.id, "too_few") for measure in MEASURES)}


def test_a_raised_floor_holds_for_every_measure():
    values = {SIGNALS.id: eighths(1, 2, 3, 4, 5, 6, 7)}

    assert decided(values, Ledger(floor=7)).figures
    assert decided(values, Ledger(floor=8)).withheld[0] == Withheld(SIGNALS.id, "too_few")


@pytest.mark.parametrize("value", [Fraction(-1, 8), Fraction(9, 8)])
def test_a_contribution_outside_its_scale_is_refused(value):
    with pytest.raises(ValueError, match="outside 0 to 1"):
        decided({SIGNALS.id: {"p0": value}})


def test_contributions_to_an_unknown_measure_do_not_get_lost():
    with pytest.raises(ValueError, match="domain:elders"):
        decided({"domain:elders": eighths(1)})


@pytest.mark.parametrize(
    ("measure", "total", "count", "value", "people"),
    [
        (SIGNALS, Fraction(45, 16), 5, "3.3", "5-9"),  # a mean of 3.25
        (SURE, Fraction(45, 16), 5, "5.6", "5-9"),  # 5.625
        (GRADE, Fraction(20, 3), 10, "7.0", "10-14"),
        (SIGNALS, Fraction(1, 2), 6, "1.3", "5-9"),  # half of the scale open, exactly
        (SIGNALS, Fraction(49, 2), 25, "4.9", "25+"),  # 4.92
    ],
)
def test_a_mean_is_told_on_its_scale_with_one_decimal(measure, total, count, value, people):
    told = figure(measure, Sum(total, count))

    assert told == Figure(measure.id, measure.low, measure.high, Decimal(value), None, people)


@pytest.mark.parametrize(
    ("measure", "count", "at_most", "at_least"),
    [
        (SIGNALS, 5, "1.4", "4.6"),
        (SIGNALS, 12, "1.2", "4.8"),
        (SIGNALS, 15, "1.2", "4.8"),  # 1.13 and 4.87, outward
        (SIGNALS, 30, "1.1", "4.9"),  # 1.08 and 4.92, outward
        (SURE, 9, "1.0", "9.0"),
        (GRADE, 10, "1.5", "9.5"),  # 1.45 and 9.55, outward
    ],
)
def test_an_extreme_sum_is_told_as_a_bound(measure, count, at_most, at_least):
    lowest, highest = figure(measure, Sum(Fraction(0), count)), figure(measure, Sum(count, count))

    assert (lowest.bound, str(lowest.value)) == ("at_most", at_most)
    assert (highest.bound, str(highest.value)) == ("at_least", at_least)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("count", range(5, 32))
def test_a_bound_is_true_and_does_not_tell_how_many_they_are(measure, count):
    little = Fraction(49, 100)

    low, high = figure(measure, Sum(little, count)), figure(measure, Sum(count - little, count))

    assert measure.shown(little / count) <= low.value
    assert measure.shown(1 - little / count) >= high.value
    fewest = {"5-9": 5, "10-14": 10, "15-24": 15, "25+": 25}[low.people]
    assert low == figure(measure, Sum(Fraction(0), fewest))
    assert high == figure(measure, Sum(Fraction(fewest), fewest))
