"""The bar that shows how far something is."""

import io
import sys

from reflect.commands.progress import watched


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_a_bar_grows_and_goes(monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(watched("ab", 2)) == ["a", "b"]
    assert terminal.getvalue() == (
        "\r███████████████░░░░░░░░░░░░░░░ 1 of 2\r██████████████████████████████ 2 of 2\r\x1b[K"
    )


def test_a_bar_is_not_drawn_more_than_a_hundred_times(monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert len(list(watched(range(1000), 1000))) == 1000
    assert terminal.getvalue().count(" of ") == 100


def test_elsewhere_nothing_is_drawn(capsys):
    assert list(watched("ab", 2)) == ["a", "b"]
    assert capsys.readouterr() == ("", "")
