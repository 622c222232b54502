"""`reflect diff`."""

import json

from reflect.commands import main
from tests.commands.versions import DEFINITIONS, two_versions, written
from tests.commands.weighing import imported
from tests.questionnaire.building import definition, domain, section, statement


def test_every_change_is_told_under_what_it_is_about(tmp_path, capsys):
    before, after = two_versions(tmp_path)
    assert main(["diff", str(before), str(after)]) == 0
    assert capsys.readouterr().out == (
        "smallest-1 → smallest-2: 1 comparable, 1 wording\n"
        "\n"
        "question a\n"
        "  wording     text.nl\n"
        "    - Vertel over a.\n"
        "    + Vertel | over a.\n"
        "\n"
        "question b\n"
        "  comparable  added\n"
        "    + - Noem drie dingen.\n"
        "\n"
        "may be compared: nothing\n"
    )


def test_the_last_line_says_what_may_still_be_compared(tmp_path, capsys):
    plain = definition(section("een", statement("a"), statement("b")), domains=[domain()])
    before = written(tmp_path, plain)
    plain["sections"][0]["questions"][1] |= {"reverse": True, "weight": 2}
    plain["sections"][0]["phases"] = ["before", "after"]
    plain["scales"] = {**plain["scales"], "lang": {"points": plain["scales"]["eens"]["points"]}}
    after = written(tmp_path, plain | {"version": 2})
    assert main(["diff", str(before), str(after)]) == 0
    out = capsys.readouterr().out
    assert "  breaking    reverse\n    - false\n    + true\n" in out
    assert '    + ["before", "after"]\n' in out
    assert "    + {" in out
    assert "…" in out
    assert out.splitlines()[-1] == "may be compared: zien 1 of 2 (a)"
    assert main(["diff", str(after), str(after)]) == 0
    assert capsys.readouterr().out.startswith("proef-2 → proef-2: no difference\n")


def test_another_program_reads_json(tmp_path, capsys):
    assert main(["diff", *map(str, two_versions(tmp_path)), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [edit["kind"] for edit in found["edits"]] == ["wording", "comparable"]


def test_what_cannot_be_used_is_not_compared(tmp_path, capsys):
    good = str(DEFINITIONS / "smallest-1.json")
    assert main(["diff", good, str(DEFINITIONS / "e403-html.json")]) == 1
    assert "E403" in capsys.readouterr().err
    assert main(["diff", good, str(tmp_path / "weg.json")]) == 1
    assert "weg.json: no such file" in capsys.readouterr().err


def test_comparing_needs_no_web_no_database_and_no_paper():
    file = str(DEFINITIONS / "smallest-1.json")
    assert imported("diff", file, file) == set()
