"""Small pictures in signs."""

from reflect.commands.findings.lines import sparkline


def test_what_is_there_is_seen_and_what_is_not_is_not():
    assert sparkline((0, 1, 50, 100)) == " ▁▄█"
    assert sparkline((0, 0)) == "  "
