"""`reflect explain`: every score of somebody's answers, worked out."""

import json

import pytest

from reflect.commands import main
from tests.commands.weighing import imported

SHIPPED = "onveiligheid-opheffen"


@pytest.fixture
def answers(tmp_path):
    file = tmp_path / "answers.json"
    given = {"a1": 4, "a2": 2, "a3": "na", "a4": 5, "a5": 2, "trots": "Ik bleef erbij."}
    file.write_text(json.dumps({"phase": "after", "answers": given}))
    return str(file)


def test_each_score_is_worked_out_in_the_language_that_is_asked(answers, capsys):
    assert main(["explain", SHIPPED, answers, "--language", "en"]) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Your answer: rarely (2) | Place on the scale: (5 \u2212 2) / 4 = 0.75" in told
    assert "The average: (4 + 2 + 5 + 4) / 4 = 3.75. Your report shows 3.8." in told
    assert "Ik bleef erbij." not in told


def test_other_programs_get_the_same_parts_as_json(answers, capsys):
    assert main(["explain", SHIPPED, answers, "--format", "json"]) == 0
    first, *_, last = json.loads(capsys.readouterr().out)
    assert [block["kind"] for block in first["blocks"]] == ["band", "details"]
    assert first["blocks"][0]["picture"]["marks"][0]["value"] == "15/4"
    assert last["id"] == "reckoning"


def test_what_cannot_be_read_is_told(tmp_path, answers, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"phase": "after", "answers": {"a1": 9}}')
    broken = tmp_path / "broken.json"
    broken.write_text('{"phase":\n')
    for words, said in (
        ([str(broken), answers], f"{broken}:2:1: E101 not JSON"),
        ([SHIPPED, str(wrong)], f'{wrong}: "a1": 9 is no answer to this question\n'),
        (["nergens", answers], "reflect: nergens: no such file"),
        ([SHIPPED, str(tmp_path / "none.json")], "none.json: No such file or directory"),
    ):
        assert main(["explain", *words]) == 1
        assert said in capsys.readouterr().err


def test_explaining_needs_no_web_no_database_and_no_paper(answers):
    assert imported("explain", SHIPPED, answers) == set()
