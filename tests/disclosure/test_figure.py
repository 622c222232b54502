"""What a figure, a withheld measure and a measure can say, and what they refuse to."""

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from fractions import Fraction

import pytest

from reflect.disclosure import Figure, Measure, Withheld

FIGURE = Figure("domain:signalen", 1, 5, Decimal("3.4"), None, "5-9")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(0), 1), (Fraction(1), 5), (Fraction(3, 5), Fraction(17, 5))],
)
def test_a_value_is_shown_on_the_scale_of_its_measure(value, shown):
    assert Measure("domain:signalen", 1, 5).shown(value) == shown


@pytest.mark.parametrize("text", ["", "signalen", "text:situatie", "domain:", "domain:ik ben An"])
def test_what_is_no_measure_cannot_be_told_of(text):
    with pytest.raises(ValueError, match="not a measure"):
        Measure(text, 1, 5)
    with pytest.raises(ValueError, match="not a measure"):
        replace(FIGURE, measure=text)
    with pytest.raises(ValueError, match="not a measure"):
        Withheld(text, "too_few")


def test_a_scale_has_a_length():
    with pytest.raises(ValueError, match="runs from 5 to 5"):
        Measure("grade:cijfer", 5, 5)


@pytest.mark.parametrize("value", ["3.40", "3", "3.44", "NaN", "3.4E+1"])
def test_a_figure_has_exactly_one_decimal(value):
    with pytest.raises(ValueError, match="one decimal"):
        replace(FIGURE, value=Decimal(value))


@pytest.mark.parametrize("value", ["0.9", "5.1", "-3.4"])
def test_a_figure_lies_on_its_scale(value):
    with pytest.raises(ValueError, match="outside 1 to 5"):
        replace(FIGURE, value=Decimal(value))


@pytest.mark.parametrize("value", ["1.0", "5.0"])
def test_the_ends_of_the_scale_are_on_it(value):
    assert replace(FIGURE, value=Decimal(value)).value == Decimal(value)


@pytest.mark.parametrize("people", ["1-4", "5", "", 7])
def test_people_are_told_as_a_band_only(people):
    with pytest.raises(ValueError, match="only as a band"):
        replace(FIGURE, people=people)


def test_a_bound_is_at_most_or_at_least():
    with pytest.raises(ValueError, match="not a bound"):
        replace(FIGURE, bound="about")


def test_a_withheld_measure_says_why_and_nothing_more():
    with pytest.raises(ValueError, match="not a reason"):
        Withheld("domain:signalen", "only 3")


@pytest.mark.parametrize("bound", [None, "at_most", "at_least"])
def test_a_figure_comes_back_from_json_as_it_was(bound):
    figure = replace(FIGURE, value=Decimal("3.0"), bound=bound)

    data = figure.to_json()

    assert data["value"] == "3.0"
    assert Figure.from_json(data) == figure


def test_json_cannot_bring_more_than_a_figure_holds():
    with pytest.raises(TypeError, match="count"):
        Figure.from_json({**FIGURE.to_json(), "count": 7})


def test_a_figure_is_never_changed_nor_added_to():
    with pytest.raises(FrozenInstanceError):
        FIGURE.value = Decimal("3.5")
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(FIGURE, "count", 7)
