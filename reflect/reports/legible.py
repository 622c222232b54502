"""Whether paper shows what somebody typed, letter by letter."""

import re

# what the typeface certainly has: ASCII, Latin-1, and what keyboards make of quotes and dots
_PLAIN = re.compile("[\\s!-~\u00a1-\u00ac\u00ae-\u00b4\u00b6-\u00ff‘’“”–—…•€]*")  # noqa: RUF001 - those


def is_printable(text: str) -> bool:
    """False when a letter becomes its kin or a question mark; what nobody sees does not count."""
    if _PLAIN.fullmatch(text):
        return True
    # only the typeface knows, and ReportLab reads it: half a second, for who types such letters
    from reflect.reports.letters import is_written  # noqa: PLC0415 - see above

    return is_written(text)
