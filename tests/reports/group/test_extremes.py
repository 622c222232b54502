"""The highest and the lowest: ties are named together, and nothing is made of nothing."""

import pytest

from reflect.reports.group.extremes import extremes
from tests.reports.group.gathering import EVALUATION, a_telling, domains, told


def found(telling):
    both = extremes(telling)
    return {"highest": [_name(one) for one in both.highest], "lowest": [*map(_name, both.lowest)]}


def _name(measure):
    return measure.partition(":")[2]


def test_the_highest_and_the_lowest_mean_stand_out():
    telling = domains(zien="3.4", wegen="2.1", doen="4.0")

    assert found(telling) == {"highest": ["doen"], "lowest": ["wegen"]}


def test_equals_are_named_together():
    telling = domains(zien="3.4", wegen="3.4", doen="2.0")

    assert found(telling) == {"highest": ["zien", "wegen"], "lowest": ["doen"]}


@pytest.mark.parametrize(
    "values",
    [
        {"zien": "3.0", "wegen": "3.0", "doen": "3.0"},
        {"zien": "3.0"},
        {"zien": "3.5", "wegen": "3.5", "doen": "3.4"},  # a tenth may be rounding alone
        {},
        {"zien": ("1.5", "at_most"), "wegen": ("1.5", "at_most")},
        {"zien": ("1.5", "at_most"), "wegen": "1.2"},  # the mean may lie on either side of 1.2
    ],
)
def test_nothing_stands_out_where_nothing_can_be_told_apart(values):
    assert found(domains(**values)) == {"highest": [], "lowest": []}


def test_a_bound_may_lie_anywhere_on_its_side():
    telling = domains(zien=("4.6", "at_least"), wegen="4.8", doen=("1.4", "at_most"))

    assert found(telling) == {"highest": ["zien", "wegen"], "lowest": ["doen"]}


def test_what_may_be_both_is_neither():
    telling = domains(zien=("1.5", "at_most"), wegen="1.2", doen="1.3")

    assert found(telling) == {"highest": ["doen"], "lowest": ["wegen"]}


def test_an_evaluation_compares_its_statements():
    statements = [f"context:{name}" for name in ("voorbeelden", "veilig", "gebruiken")]
    figures = [told(one, value) for one, value in zip(statements, ("3.1", "4.2", "2.0"))]  # noqa: B905 - as many
    telling = a_telling(*figures, of=EVALUATION)

    assert found(telling) == {"highest": ["veilig"], "lowest": ["gebruiken"]}


def test_scales_that_differ_are_not_compared():
    figures = told("context:voorbeelden", "3.1"), told("context:veilig", "4.2", high=10)

    assert found(a_telling(*figures, of=EVALUATION)) == {"highest": [], "lowest": []}
