"""The press: what draws and prints, set up before it is wanted."""

import datetime as dt

from reflect.language import LANGUAGES, language


def set_up() -> None:
    """Load ReportLab, the letters, and how dates and numbers are written: a tenth of a second.

    Before processes fork: they share these 13 MB, and nobody waits for the first report of each.
    """
    from reflect.reports import charts, paper  # noqa: F401, PLC0415 - loading them is the point

    for code in LANGUAGES:
        language(code).date(dt.date.min)
        language(code).number(1)
