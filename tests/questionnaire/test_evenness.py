"""The same answer everywhere is noticed once there are enough of them."""

import pytest

from reflect.config import folder
from reflect.questionnaire import Library
from reflect.questionnaire.evenness import is_even

ASKED = Library.read(folder("questionnaires")).latest("onveiligheid-opheffen")
SCORED = [question.id for several in ASKED.scored.values() for question in several]


@pytest.mark.parametrize(
    ("count", "even"), [(0, False), (9, False), (10, True), (len(SCORED), True)]
)
def test_from_ten_equal_answers_on(count, even):
    assert is_even(ASKED, dict.fromkeys(SCORED[:count], 4)) is even


def test_one_other_answer_is_enough_and_what_is_not_scored_does_not_matter():
    same = dict.fromkeys(SCORED, 4)

    assert is_even(ASKED, same | {"t1": "iets"})
    assert not is_even(ASKED, same | {SCORED[3]: 5})
