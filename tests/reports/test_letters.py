"""What can be written of what people wrote."""

import pytest

from reflect.reports.letters import writable


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Coördinatie, € 12, één-op-één", "Coördinatie, € 12, één-op-één"),
        ("e\u0301e\u0301n", "één"),
        ("een\ntwee", "een\ntwee"),
        ("één\u2011op\u2011één\u202f!\tja", "één-op-één\u00a0! ja"),
        ("on\u00adze\u200bker\u202e\x00", "onzeker"),
        ("\ufb01jn \uff21", "fijn A"),
        ("blij \U0001f600\ufe0f", "blij ?"),
        ("\ud800", "?"),
    ],
)
def test_a_character_without_a_glyph_becomes_its_nearest_kin(text, written):
    assert writable(text) == written
