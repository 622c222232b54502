"""Whatever a valid definition asks: it checks, scores from 0 to 1, and survives its JSON."""

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.questionnaire import Profile, check, read_answers, score
from tests.questionnaire.checks.test_damage import mutated
from tests.questionnaire.valid import valid

PHASES = ("before", "after", "later")


def answers_to(questionnaire, chance):
    """Some answers to all that is asked, by chance; also to what was never asked."""
    given = {}
    for question in questionnaire.questions.values():
        possible = {"text": ["ja", "nee"], "passage": []}.get(question.type)
        if question.type == "scale":
            possible = questionnaire.scale_of(question).values
        elif possible is None:
            values = [option.value for option in question.options]
            possible = [(one,) for one in values] if question.type == "choices" else values
        given |= (
            {question.id: chance.choice(possible)} if possible and chance.random() < 0.9 else {}
        )
    return given


@settings(max_examples=30, deadline=None)
@given(valid(), st.sampled_from(PHASES), st.randoms(use_true_random=False))
def test_a_valid_definition_checks_scores_and_survives(plain, phase, chance: Random):
    questionnaire, faults = check(json.dumps(plain), "x")
    assert [fault for fault in faults if fault.stops] == []
    again, _ = check(questionnaire.canonical, "x")
    assert (again, again.fingerprint) == (questionnaire, questionnaire.fingerprint)
    answers = answers_to(questionnaire, chance)
    profile = score(questionnaire, phase, answers)
    assert all(one.score is None or 0 <= one.score <= 1 for one in profile.scores)
    assert all((one.band is None) == (one.score is None) for one in profile.scores)
    assert Profile.from_json(json.loads(json.dumps(profile.to_json()))) == profile
    written = json.dumps({"phase": phase, "answers": profile.to_json()["answers"]})
    assert score(questionnaire, *read_answers(questionnaire, written)) == profile


@settings(max_examples=30, deadline=None)
@given(valid(), st.data())
def test_no_damage_to_a_valid_definition_makes_the_check_stumble(plain, data):
    mutated(plain, data)
    questionnaire, found = check(json.dumps(plain), "x")
    assert questionnaire is not None or any(fault.stops for fault in found)
