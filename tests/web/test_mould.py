"""What marks an opening of a mould stands in nothing else that a page is drawn from."""

from reflect.questionnaire.checks import check
from reflect.web.mould import opening
from tests.web.reflecting import DEFINITIONS


def test_no_definition_may_hold_what_marks_an_opening():
    told = (DEFINITIONS / "smallest-1.json").read_text(encoding="utf-8")
    marks = opening("token").encode("unicode_escape").decode().replace("\\x", "\\u00")
    title = '"title": {"nl": "'
    _, faults = check(told.replace(title, title + marks, 1), "smallest-1.json")
    assert "E405" in {fault.code for fault in faults}
