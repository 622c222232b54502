"""Words, numbers and dates in both languages."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.language import LANGUAGES, Language, language, now, rounded

MESSAGES = {
    "a.plain": "100 {%}",
    "a.hello": "Dag {name}",
    "a.days": ("{count} dag", "{count} dagen"),
}
NL, EN = Language("nl", MESSAGES), Language("en", MESSAGES)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(9, 4), "2,3"),
        (Fraction(-9, 4), "-2,3"),
        (2.25, "2,3"),
        (1.15, "1,2"),  # 1.1499999999999999112 as a machine keeps it; half up as people write it
        (Decimal("2.349"), "2,3"),
        (3, "3,0"),
        (-0.04, "0,0"),
        (1234.5, "1234,5"),
    ],
)
def test_numbers_are_rounded_half_up_with_a_comma_in_dutch_and_a_point_in_english(value, shown):
    assert NL.number(value) == shown
    assert EN.number(value) == shown.replace(",", ".")


def test_numbers_have_the_decimals_that_are_asked():
    assert NL.number(Fraction(5, 2), 0) == "3"
    assert NL.number(Fraction(1, 8), 2) == "0,13"


@given(st.fractions(-1000, 1000, max_denominator=10_000), st.integers(0, 4))
@settings(deadline=None)
def test_rounding_moves_a_number_by_half_a_step_at_most(value, digits):
    found = rounded(value, digits)
    assert abs(Fraction(found) - value) <= Fraction(1, 2 * 10**digits)
    assert -found.as_tuple().exponent == digits


def test_days_are_written_as_here_and_in_britain():
    day = dt.date(2026, 11, 1)
    assert (NL.date(day), EN.date(day)) == ("1 november 2026", "1 November 2026")


def test_times_are_those_of_amsterdam_in_winter_and_in_summer():
    winter = dt.datetime(2026, 11, 21, 13, 3, tzinfo=dt.UTC)
    assert (NL.time(winter), EN.time(winter)) == ("14:03", "14:03")
    assert NL.time(winter.replace(month=7)) == "15:03"


def test_words_have_their_places_filled():
    assert NL("a.hello", name="Noor") == "Dag Noor"
    assert NL("a.plain") == "100 {%}"
    with pytest.raises(KeyError):
        NL("a.hello", naam="Noor")
    with pytest.raises(KeyError):
        NL("a.nothing")


@pytest.mark.parametrize(("count", "shown"), [(0, "0 dagen"), (1, "1 dag"), (2, "2 dagen")])
def test_one_has_its_own_words(count, shown):
    assert NL.plural("a.days", count) == shown
    assert EN.plural("a.days", count) == shown


def test_words_with_a_plural_want_a_count():
    with pytest.raises(KeyError, match="ask plural"):
        NL("a.days")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_read_once_from_its_catalogues(code):
    assert language(code) is language(code)
    assert language(code).code == code
    assert language(code).messages


def test_there_is_no_third_language():
    with pytest.raises(KeyError):
        language("de")


def test_the_day_of_the_clock_is_the_day_of_who_reads_it(monkeypatch):
    class Late(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC).astimezone(tz)

    monkeypatch.setattr(dt, "datetime", Late)
    assert now().date() == dt.date(2026, 11, 22)


def test_values_are_written_as_a_language_has_them():
    at = dt.datetime(2026, 11, 21, 13, 3, tzinfo=dt.UTC)
    values = {"day": at.date(), "time": at, "free": Fraction(83, 2), "count": 3}
    told = {"day": "21 november 2026", "time": "14:03", "free": "42", "count": 3}
    assert NL.written(values) == told
