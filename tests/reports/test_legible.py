"""Whether paper shows what was typed."""

import pytest

from reflect.reports import is_printable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Coördinatie: “één-op-één”… € 12\nklaar",
        "naïef, Šimić, Łódź",
        "e\u0301e\u0301n",
        "één\u2011op\u2011één",
        "on\u00adzeker",
    ],
)
def test_what_people_type_in_dutch_is_all_on_paper(text):
    assert is_printable(text)


@pytest.mark.parametrize("text", ["blij 😀", "µ", "\ufb01jn", "סוף", "x\u0304"])
def test_a_letter_that_becomes_another_on_paper_is_told(text):
    assert not is_printable(text)
