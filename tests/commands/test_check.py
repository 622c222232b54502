"""`reflect check`."""

import json
import shutil
from pathlib import Path

import pytest

from reflect.commands import check, main
from tests.commands.weighing import imported

DEFINITIONS = Path(__file__).parents[1] / "definitions"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of questionnaires that stands in for the shipped one."""
    monkeypatch.setattr(check, "folder", lambda _: tmp_path)
    return tmp_path


def copied(folder, name, to):
    return Path(shutil.copy(DEFINITIONS / name, folder / to))


def test_a_good_file_says_nothing(capsys):
    assert main(["check", str(DEFINITIONS / "smallest-1.json")]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_fault_of_every_file_is_a_line(folder, capsys):
    copied(folder, "e403-html.json", "x-1.json")
    copied(folder, "e101-not-json.json", "y-1.json")
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.removeprefix(f"{folder}/")[:20] for line in lines] == [
        "x-1.json:7:19: E403 ",
        "y-1.json:4:3: E101 n",
    ]


def test_a_warning_fails_only_when_strict(folder, capsys):
    file = copied(folder, "w402-two-spaces.json", "x-1.json")
    assert main(["check", str(file)]) == 0
    assert "W402" in capsys.readouterr().out
    assert main(["check", "--strict", str(file)]) == 1


def test_another_program_reads_every_fault_as_json(folder, capsys):
    file = copied(folder, "w402-two-spaces.json", "x-1.json")
    assert main(["check", "--format", "json", str(file)]) == 0
    (fault,) = json.loads(capsys.readouterr().out)
    assert fault == {
        "file": str(file),
        "line": 7,
        "column": 19,
        "code": "W402",
        "path": "title.nl",
        "message": "two spaces together",
        "severity": "warning",
    }
    copied(folder, "e403-html.json", "x-1.json")
    assert main(["check", "--format", "json", str(file)]) == 1
    assert json.loads(capsys.readouterr().out)[0]["severity"] == "error"
    good = copied(folder, "smallest-1.json", "smallest-1.json")
    assert main(["check", "--format", "json", str(good)]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_published_version_that_changed_is_a_fault(folder, capsys):
    copied(folder, "smallest-1.json", "smallest-1.json")
    (folder / "published.json").write_text('{"smallest-1": "another"}')
    assert main(["check"]) == 1
    assert "E601 smallest-1 is published and may not change" in capsys.readouterr().out
    (folder / "published.json").write_text("[")
    assert main(["check"]) == 1
    assert "published.json:1:1: E602" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_one_line_on_the_error_side(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nergens-1.json")]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"reflect: {tmp_path}/nergens-1.json: No such file or directory\n")
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.endswith(": Is a directory\n")


def test_wrong_usage_is_two(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--strikt"])
    assert stopped.value.code == 2
    assert "--strikt" in capsys.readouterr().err


def test_checking_needs_no_web_no_database_and_no_paper():
    assert imported("check", str(DEFINITIONS / "smallest-1.json")) == set()
