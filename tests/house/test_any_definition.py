"""Whatever a valid definition asks, its report can be printed."""

import datetime as dt
import json

from hypothesis import given, settings

from reflect.language import language
from reflect.questionnaire import check, score
from reflect.questionnaire.simulation import simulate
from reflect.reports import Outcome, personal
from tests.questionnaire.valid import valid


@settings(max_examples=5, deadline=None)
@given(valid())
def test_the_longest_report_of_any_definition_is_printed(plain):
    questionnaire, _ = check(json.dumps(plain), "x")
    walk = simulate(questionnaire, 18, 1).longest
    profile = score(questionnaire, walk.phase, walk.answers)
    document = personal(Outcome(questionnaire, profile, language("nl"), dt.date(2026, 11, 21)))
    assert document.body.startswith(b"%PDF")
