"""`reflect codebook`."""

import csv
from io import StringIO

from reflect.commands import main
from tests.commands.versions import DEFINITIONS, two_versions
from tests.commands.weighing import imported


def test_the_codebook_is_a_table_of_one_line_a_question(tmp_path, capsys):
    before, after = two_versions(tmp_path)
    head = "| id | type | text_nl | scale | values | reverse | weight | domain | use | phases | "
    assert main(["codebook", str(after)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "# Proef, version 2",
        "",
        f"{head}show_if | since | until |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| a | text | Vertel \\| over a. |  |  |  |  |  |  | all |  | 1 |  |",
        "| b | text | - Noem drie dingen. |  |  |  |  |  |  | all |  | 2 |  |",
    ]
    assert main(["codebook", str(before)]) == 0
    assert "| b | text | - Noem drie dingen. |" in capsys.readouterr().out


def test_as_csv_no_text_is_a_formula(tmp_path, capsys):
    _, after = two_versions(tmp_path)
    target = tmp_path / "codebook.csv"
    assert main(["codebook", str(after), "--format", "csv", "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    rows = list(csv.DictReader(StringIO(target.read_bytes().decode(), newline="")))
    assert [row["text_nl"] for row in rows] == ["Vertel | over a.", "'- Noem drie dingen."]


def test_values_stand_with_their_labels(capsys):
    assert main(["codebook", str(DEFINITIONS / "scale-1.json")]) == 0
    out = capsys.readouterr().out
    assert "1 = oneens; 2 = bijna oneens" in out
    assert "| yes |" in out


def test_what_cannot_be_used_has_no_codebook(tmp_path, capsys):
    assert main(["codebook", str(DEFINITIONS / "e403-html.json")]) == 1
    assert "E403" in capsys.readouterr().err
    assert main(["codebook", str(tmp_path / "weg.json")]) == 1
    assert "weg.json: no such file" in capsys.readouterr().err


def test_a_codebook_needs_no_web_no_database_and_no_paper():
    assert imported("codebook", str(DEFINITIONS / "smallest-1.json")) == set()
