"""What stands on the cover of a report."""

import pytest

from reflect.reports.blocks import Labelled
from tests.reports.making import report


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        ("before", "vóór de training"),
        ("after", "na de training, zoals je het nu ziet"),
        ("later", "later, om terug te kijken"),
    ],
)
def test_the_cover_says_before_or_after_the_training_it_was(phase, words):
    blocks = report(phase=phase)["cover"].blocks

    assert Labelled("Meting", (words,)) in blocks
