"""`reflect score`."""

import json
import subprocess
import tracemalloc
from pathlib import Path

import pytest

from reflect.commands import main, score
from tests.commands.weighing import imported, typed

DEFINITIONS = Path(__file__).parents[1] / "definitions"
SCALE = str(DEFINITIONS / "scale-1.json")
FIVE = {"phase": "after", "answers": {"a1": 4, "a2": 5, "a3": 3}}


@pytest.fixture
def folder(monkeypatch):
    monkeypatch.setattr(score, "folder", lambda _: DEFINITIONS)


def written(tmp_path, *sheets, name="answers.json"):
    file = tmp_path / name
    lines = (sheet if isinstance(sheet, str) else json.dumps(sheet) for sheet in sheets)
    file.write_text("\n".join(lines), "utf-8")
    return str(file)


def test_answers_become_a_score_for_each_domain(tmp_path, capsys):
    assert main(["score", SCALE, written(tmp_path, FIVE)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "questionnaire": "scale",
        "version": 1,
        "phase": "after",
        "domains": {
            "zien": {"score": 2 / 4.5, "answered": 3, "asked": 3, "band": "midden"},
        },
    }


def test_no_score_is_null(tmp_path, capsys):
    assert main(["score", SCALE, written(tmp_path, {"phase": "later", "answers": {}})]) == 0
    found = json.loads(capsys.readouterr().out)["domains"]["zien"]
    assert found == {"score": None, "answered": 0, "asked": 3, "band": None}


@pytest.mark.usefixtures("folder")
def test_a_shipped_questionnaire_is_named_by_its_id(tmp_path, capsys):
    assert main(["score", "scale", written(tmp_path, FIVE)]) == 0
    assert main(["score", "scael", written(tmp_path, FIVE)]) == 1
    assert 'did you mean "scale' in capsys.readouterr().err


def test_a_line_a_person_becomes_a_line_a_profile(tmp_path, capsys):
    sheets = [FIVE, "", FIVE | {"phase": "before"}]
    assert main(["score", SCALE, written(tmp_path, *sheets, name="a.jsonl")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["phase"] for line in lines] == ["after", "before"]


def test_a_faulty_line_is_named_and_the_others_are_scored(tmp_path, capsys):
    wrong = {"phase": "now", "answers": {"a1": 6, "b1": 1}}
    assert main(["score", SCALE, written(tmp_path, FIVE, wrong, "{", FIVE, name="a.jsonl")]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    told = [line.removeprefix(f"{tmp_path}/") for line in err.splitlines()]
    assert told[:3] == [
        'a.jsonl:2: "phase" must be one of before, after, later',
        'a.jsonl:2: "a1": 6 is no answer to this question',
        'a.jsonl:2: "b1": there is no such question; did you mean "a1"?',
    ]
    assert told[3].startswith("a.jsonl:3: not JSON: Expecting property name")


def test_faulty_answers_are_told_all_at_once(tmp_path, capsys):
    wrong = {"phase": "after", "answers": {"a1": "vier", "a2": 0}}
    file = written(tmp_path, wrong)
    assert main(["score", SCALE, file]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f'{file}: "a1": "vier" is no answer to this question\n'
        f'{file}: "a2": 0 is no answer to this question\n'
    )


def test_where_a_file_stops_being_json_is_told(tmp_path, capsys):
    file = written(tmp_path, '{"phase":', "oops")
    assert main(["score", SCALE, file]) == 1
    assert capsys.readouterr().err == f"{file}:2:1: not JSON: Expecting value\n"


def test_a_faulty_definition_and_a_missing_file_are_told(tmp_path, capsys):
    faulty = str(DEFINITIONS / "e403-html.json")
    assert main(["score", faulty, written(tmp_path, FIVE)]) == 1
    assert "E403" in capsys.readouterr().err
    assert main(["score", SCALE, str(tmp_path / "niets.json")]) == 1
    assert capsys.readouterr().err == f"reflect: {tmp_path}/niets.json: No such file or directory\n"


def test_memory_stays_flat_however_many_people_there_are(tmp_path):
    def peak(people):
        answers = written(tmp_path, *[FIVE] * people, name="many.jsonl")
        tracemalloc.start()
        main(["score", SCALE, answers])
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("builtins.print", lambda *_, **__: None)
        peak(1)
        assert peak(2000) < peak(20) + 100_000


def test_a_reader_who_has_read_enough_is_no_error(tmp_path):
    answers = written(tmp_path, *[FIVE] * 2000, name="many.jsonl")
    command = typed("score", SCALE, answers)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:  # noqa: S603 - our own words
        done.stdout.readline()
        done.stdout.close()
        assert done.stderr.read().startswith(b"1 ")


def test_scoring_needs_no_web_no_database_and_no_paper(tmp_path):
    assert imported("score", SCALE, written(tmp_path, FIVE)) == set()
