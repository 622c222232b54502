"""The product's words in Dutch and English, and its dates and numbers in each."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol

LANGUAGES = ("nl", "en")
HERE = ZoneInfo("Europe/Amsterdam")
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}  # plain "en" writes dates the American way
_WORDS = Path(__file__).with_name("words")


def now() -> dt.datetime:
    """The time, on the clock of Amsterdam: its day is the day of whoever reads it there."""
    return dt.datetime.now(HERE)


Number = Fraction | Decimal | int | float


def rounded(value: Number, digits: int) -> Decimal:
    """The value with so many decimals, half up: once, exactly, before anything formats it."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    steps, whole = abs(exact.numerator) * 10**digits, exact.denominator
    nearest = (2 * steps + whole) // (2 * whole)  # in whole numbers, as reports round hundreds
    return Decimal(-nearest if exact < 0 else nearest).scaleb(-digits)


class Language:
    """One language: call it with a key for words; ask it for dates and numbers."""

    def __init__(self, code: str, messages: Mapping[str, str | tuple[str, ...]]) -> None:
        """Keep the messages: key -> text, or the texts for one and for more."""
        self.code = code
        self.messages = messages
        self._locale = Locale.parse(_LOCALES[code])
        self._point = get_decimal_symbol(self._locale)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, its {places} filled in. KeyError for an unknown key or place."""
        words = self.messages[key]
        if not isinstance(words, str):
            raise KeyError(f"{key} has a plural: ask plural()")
        return words.format(**values) if values else words

    def plural(self, key: str, count: int, **values: object) -> str:
        """The words of a key for one or for more; {count} is filled in."""
        forms = self.messages[key]
        chosen = forms[0] if self._locale.plural_form(count) == "one" else forms[1]
        return chosen.format(count=count, **values)

    def date(self, day: dt.date) -> str:
        """21 november 2026."""
        return format_date(day, "d MMMM y", locale=self._locale)

    def time(self, moment: dt.datetime) -> str:
        """14:03, on the clock of Amsterdam."""
        return format_time(moment, "HH:mm", tzinfo=HERE, locale=self._locale)

    def number(self, value: Number, digits: int = 1) -> str:
        """3,4 in Dutch and 3.4 in English; half up."""
        return f"{rounded(value, digits):f}".replace(".", self._point)

    def written(self, values: Mapping[str, object]) -> dict[str, object]:
        """Moments as a time, days, and fractions without decimals; all else as it is."""
        return {name: self._written(value) for name, value in values.items()}

    def _written(self, value: object) -> object:
        if isinstance(value, dt.datetime):
            return self.time(value)
        if isinstance(value, dt.date):
            return self.date(value)
        return self.number(value, 0) if isinstance(value, Fraction) else value


@cache
def language(code: str) -> Language:
    """The language of a code in LANGUAGES, its catalogues read once. KeyError for another code."""
    if code not in LANGUAGES:
        raise KeyError(code)
    messages: dict[str, str | tuple[str, ...]] = {}
    for file in sorted((_WORDS / code).glob("*.po")):
        with file.open("rb") as catalogue:
            for message in read_po(catalogue, locale=code):
                key, *_ = message.id if isinstance(message.id, tuple | list) else [message.id]
                words = message.string
                messages[key] = words if isinstance(words, str) else tuple(words or ())
    del messages[""]  # the header of each catalogue
    return Language(code, messages)
