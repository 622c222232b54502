"""`reflect simulate`."""

import json
import re

import pytest

from reflect.commands import main
from tests.commands.versions import DEFINITIONS, written
from tests.questionnaire.building import choice, definition, domain, nl, section, statement

YES = {"ja": {"from": 0, "to": 1}}


def poor(folder, **more):
    """A file whose middle band nobody can reach."""
    plain = definition(
        section("een", choice("rol", "a", "b"), statement("a1", scale="ja")),
        section("twee", statement("a2", scale="ja", domain="horen"), phases=["later"]),
        scales=YES,
        domains=[domain(), domain("horen", edges=(0.5,))],
        **{"title": nl("Zien & 1 < 2"), **more},
    )
    return written(folder, plain)


def test_the_report_tells_reach_scores_minutes_pages_and_translations(tmp_path, capsys):
    assert main(["simulate", str(poor(tmp_path)), "--people", "60"]) == 0
    out, err = capsys.readouterr()
    told = out.splitlines()
    assert told[:2] == ["proef-1: 60 people made up by chance, seed 1", "out of reach: 1"]
    assert "E503" in told[2]
    assert told[3:6] == ["not seen:", "  bands: zien.band-1", "scores, from 0 to 1:"]
    assert re.match(r"  zien  ▕█ {18}[▆▇█]▏ 0\.00 to 1\.00; band-0 \d+ %, band-2 ", told[6])
    minutes, pages, translations = told[-3:]
    assert minutes == "minutes: median 0.2, longest 0.2; the definition says 5"
    assert re.fullmatch(r"report: \d+ pages at the most, every text as long as it may be", pages)
    assert translations == "translations: none missing (nl)"
    assert err == ""


def test_the_same_is_written_as_json_and_as_a_page_without_scripts(tmp_path, capsys):
    target, page = tmp_path / "found.json", tmp_path / "found.html"
    words = ["simulate", str(poor(tmp_path)), "--people", "6", "--seed", "3"]
    assert main([*words, "--json", str(target), "--page", str(page)]) == 0
    plain = json.loads(target.read_text("utf-8"))
    assert (plain["people"], plain["seed"], plain["pages"] >= 2) == (6, 3, True)
    assert [fault["code"] for fault in plain["faults"]] == ["E503"]
    html = page.read_text("utf-8")
    assert "Zien &amp; 1 &lt; 2" in html
    assert html.count("<svg") == 2
    assert "<script" not in html
    assert "http" not in html
    assert "median" in capsys.readouterr().out


def test_an_end_that_nobody_reaches_is_named(tmp_path, capsys):
    page = tmp_path / "found.html"
    assert main(["simulate", str(poor(tmp_path)), "--people", "1", "--page", str(page)]) == 0
    out = capsys.readouterr().out
    assert "nobody has a score" in out
    assert "    nobody scores in its band band-1\n" in out
    assert "<br>nobody scores in band-1" in page.read_text("utf-8")


def test_missing_translations_are_told_and_no_report_is_made(tmp_path, capsys):
    page = tmp_path / "found.html"
    file = poor(tmp_path, languages=["en", "nl"])
    assert main(["simulate", str(file), "--people", "5", "--page", str(page)]) == 0
    out = capsys.readouterr().out
    assert "report: not made: first translate, and mend what the check tells\n" in out
    assert "missing (en, nl)\n" in out
    assert "E401" in out
    assert page.exists()


def test_what_scores_nothing_has_no_scores(tmp_path, capsys):
    page = tmp_path / "found.html"
    words = ["simulate", str(DEFINITIONS / "smallest-1.json"), "--people", "2"]
    assert main([*words, "--page", str(page)]) == 0
    assert "scores" not in capsys.readouterr().out
    assert "Nothing is scored." in page.read_text("utf-8")


def test_a_definition_with_other_faults_is_not_walked(tmp_path, capsys):
    assert main(["simulate", str(DEFINITIONS / "e206-forward-reference.json")]) == 1
    assert "E206" in capsys.readouterr().err
    assert main(["simulate", str(DEFINITIONS / "e101-not-json.json")]) == 1
    assert "E101" in capsys.readouterr().err
    assert main(["simulate", str(tmp_path / "weg.json")]) == 1
    assert "weg.json: no such file" in capsys.readouterr().err


@pytest.mark.parametrize("people", ["0", "-1", "veel"])
def test_nobody_is_too_few(people, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["simulate", "x", "--people", people])
    assert stopped.value.code == 2
    assert "--people" in capsys.readouterr().err


def test_an_evaluation_is_walked_and_has_no_report(capsys):
    assert main(["simulate", "training-evaluatie", "--people", "20"]) == 0
    said = capsys.readouterr().out
    assert "out of reach: nothing" in said
    assert "report: none: an evaluation is told of as a group" in said
