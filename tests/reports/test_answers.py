"""The answers of a response as a sheet that a Dutch Excel opens."""

import csv
from io import StringIO

from reflect.config import folder
from reflect.language import language
from reflect.questionnaire import read_definition
from reflect.reports.answers import answers

GIVEN = {"a1": 4, "a2": "na", "signalen-hoger": "=2+5", "weg": 1}


def read(given=GIVEN, code="nl"):
    questionnaire = read_definition("onveiligheid-opheffen", folder("questionnaires"))
    text = answers(questionnaire, "after", given, language(code))
    assert text.startswith("\ufeff")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    return questionnaire, rows[0], {row[1]: row for row in rows[1:]}


def test_every_question_that_was_asked_has_a_row_with_what_was_answered():
    questionnaire, head, rows = read()

    assert head[0] == "onderdeel"
    assert rows["a1"][4:] == ["4", rows["a1"][5]]
    assert rows["a1"][2] == questionnaire.say(questionnaire.questions["a1"].text, "nl")
    assert rows["a1"][3]
    assert rows["a2"][4] == "na"
    assert rows["a3"][4:] == ["", ""]


def test_ones_own_words_are_no_formula():
    _, _, rows = read()

    assert rows["signalen-hoger"][4:] == ["'=2+5", "'=2+5"]


def test_what_was_answered_beside_the_path_is_not_lost_and_what_no_version_asks_is():
    questionnaire, _, rows = read()
    later = next(one for one in questionnaire.sections if one.id == "casus-2").questions[-1].id

    assert {later, "weg"}.isdisjoint(rows)
    assert read({later: 1})[2][later][0] == ""


def test_it_speaks_the_language_of_who_asks():
    assert read(code="en")[1][0] == "section"
