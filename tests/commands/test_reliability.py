"""`reflect reliability`."""

import json
from pathlib import Path

import pytest

from reflect.commands import main

DEFINITIONS = Path(__file__).parents[1] / "definitions"
SCALE = str(DEFINITIONS / "scale-1.json")


@pytest.fixture
def answers(tmp_path):
    """Forty people who find more and more true, and one who skipped one."""
    file = tmp_path / "answers.jsonl"
    people = [{"a1": 1 + n % 5, "a2": 1 + n % 5, "a3": 1 + (n + n // 20) % 5} for n in range(40)]
    lines = [json.dumps({"phase": "after", "answers": one}) for one in [*people, {"a1": 3}]]
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_it_is_told_in_lines_as_a_page_and_for_other_programs(tmp_path, answers, capsys):
    page, plain = tmp_path / "x.html", tmp_path / "x.json"
    words = ["reliability", SCALE, str(answers), "--page", str(page), "--json", str(plain)]
    assert main(words) == 0
    title, first, *rest = capsys.readouterr().out.splitlines()
    assert title == "scale-1: reliability, 41 people, after"
    assert first.endswith("40 of 41 people gave every figure")
    assert [line.split()[0] for line in rest] == ["a1", "a2", "a3"]
    (found,) = json.loads(plain.read_text("utf-8"))
    assert f"alpha {found['alpha']:.2f}, {found['label']}" in first
    assert rest[1].endswith(f"item-rest {found['statements'][1]['rest']:.2f}, 2 % missing")
    html = page.read_text("utf-8")
    assert html.count("<svg") == 3
    assert found["label"].partition(":")[0] in html
    assert "<script" not in html


def test_too_few_people_are_told_so(tmp_path, answers, capsys):
    few = tmp_path / "few.jsonl"
    few.write_text("".join(answers.read_text("utf-8").splitlines(keepends=True)[:5]), "utf-8")
    assert main(["reliability", SCALE, str(few)]) == 0
    assert "no alpha: it takes 30 people" in capsys.readouterr().out


def test_people_of_two_moments_are_not_thrown_together(answers, capsys):
    with answers.open("a", encoding="utf-8") as file:
        file.write('\n{"phase": "later", "answers": {}}')
    assert main(["reliability", SCALE, str(answers)]) == 1
    told = "the answers must be of one moment; their phases are: after, later"
    assert told in capsys.readouterr().err


def test_every_line_that_cannot_be_read_is_told(answers, capsys):
    with answers.open("a", encoding="utf-8") as file:
        file.write('\n{"phase": "after", "answers": {"a1": 9}}\n[]')
    assert main(["reliability", SCALE, str(answers)]) == 1
    err = capsys.readouterr().err
    assert f'{answers}:42: "a1": 9 is no answer to this question' in err
    assert f"{answers}:43: must be an object" in err


def test_a_faulty_definition_is_told_and_a_missing_file_too(answers, capsys):
    assert main(["reliability", str(DEFINITIONS / "e101-not-json.json"), str(answers)]) == 1
    assert "E101" in capsys.readouterr().err
    assert main(["reliability", SCALE, "nowhere.jsonl"]) == 1
    assert "nowhere.jsonl" in capsys.readouterr().err
