"""Answers by chance: to what is asked, and such as somebody could give."""

from pathlib import Path
from random import Random

import pytest

from reflect.commands.pretending import answers_of
from reflect.questionnaire import path, read_definition

DEFINITIONS = Path(__file__).parents[1] / "definitions"


@pytest.mark.parametrize("name", ["choices", "show-if", "phases", "scale"])
def test_every_answer_is_one_that_its_question_admits(name):
    questionnaire = read_definition(name, DEFINITIONS)
    for seed in range(20):
        answers = answers_of(questionnaire, "after", Random(seed))  # noqa: S311 - the same always
        asked = {q.id for step in path(questionnaire, "after", answers) for q in step.questions}
        assert answers.keys() <= asked
        for question, answer in answers.items():
            asking = questionnaire.questions[question]
            assert asking.admit(questionnaire, answer) == answer


def test_half_is_the_first_half_of_the_sections_and_the_same_each_time():
    questionnaire = read_definition("phases", DEFINITIONS)
    seeds = [Random(1), Random(1)]  # noqa: S311 - the same always
    first, second = (answers_of(questionnaire, "after", seed, 0.5) for seed in seeds)
    assert first == second
    assert first.keys() <= {"a"}
    assert answers_of(questionnaire, "after", seeds[0], 0) == {}
