"""`reflect report`: a personal report as a file, without the web."""

import json
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from reflect.commands import main
from reflect.language import language
from tests.commands.weighing import imported

SHIPPED = "onveiligheid-opheffen"


@pytest.fixture
def answers(tmp_path):
    file = tmp_path / "answers.json"
    given = {f"a{n}": n for n in range(1, 6)} | {"trots": "Ik bleef erbij."}
    file.write_text(json.dumps({"phase": "after", "answers": given}))
    return str(file)


def text(file):
    return " ".join(page.extract_text() for page in PdfReader(file).pages)


def test_answers_become_a_report_in_the_language_that_is_asked(tmp_path, answers):
    file = tmp_path / "report.pdf"
    day = ["--date", "2026-05-04", "--language", "en", "--name", "Noor"]
    assert main(["report", SHIPPED, answers, "-o", str(file), *day]) == 0
    read = text(file)
    assert "4 May 2026" in read
    assert "Noor" in read
    assert "Ik bleef erbij." in read


def test_of_an_evaluation_nobody_has_a_report(tmp_path, answers, capsys):
    file = tmp_path / "report.pdf"
    assert main(["report", "training-evaluatie", answers, "-o", str(file)]) == 1
    assert "nobody has a report of it" in capsys.readouterr().err
    assert not file.exists()


def test_without_a_word_it_is_dutch_and_of_today(tmp_path, answers):
    file = tmp_path / "report.pdf"
    assert main(["report", SHIPPED, answers, "-o", str(file)]) == 0
    assert language("nl").date(datetime.now(UTC).date()) in text(file)


def test_earlier_moments_make_it_tell_of_change(tmp_path, answers):
    file, first, second = (tmp_path / name for name in ("report.pdf", "one.json", "two.json"))
    first.write_text('{"phase": "before", "answers": {"a1": 2, "a2": 2, "a3": 2}}')
    second.write_text('{"phase": "after", "answers": {"a1": 3, "a2": 3, "a3": 3}}')
    days = ["--earlier", f"2026-07-02={second}", "--earlier", f"2026-05-04={first}"]
    assert main(["report", SHIPPED, answers, "-o", str(file), *days]) == 0
    read = " ".join(text(file).split())
    assert read.index("1e meting: 4 mei 2026") < read.index("2e meting: 2 juli 2026")


def test_what_cannot_be_read_or_written_is_told(tmp_path, answers, capsys):
    out = ["-o", str(tmp_path / "report.pdf")]
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"phase": "after", "answers": {"a1": 9}}')
    broken = tmp_path / "broken.json"
    broken.write_text('{"phase":\n')
    for words, said in (
        ([str(broken), answers, *out], f"{broken}:2:1: E101 not JSON"),
        ([SHIPPED, str(broken), *out], f"{broken}:2:1: not JSON: Expecting value\n"),
        ([SHIPPED, str(wrong), *out], f'{wrong}: "a1": 9 is no answer to this question\n'),
        (
            [SHIPPED, answers, "--earlier", f"2026-05-04={wrong}", *out],
            f'{wrong}: "a1": 9 is no answer to this question\n',
        ),
        (["nergens", answers, *out], "reflect: nergens: no such file"),
        ([SHIPPED, str(tmp_path / "none.json"), *out], "none.json: No such file or directory"),
        ([SHIPPED, answers, "-o", str(tmp_path / "x" / "y.pdf")], "y.pdf: No such file"),
    ):
        assert main(["report", *words]) == 1
        assert said in capsys.readouterr().err
    assert not (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize(
    "wrong", [["--date", "gisteren"], ["--language", "de"], ["--earlier", "x.json"], []]
)
def test_words_that_it_does_not_know_are_wrong_usage(answers, wrong):
    out = ["-o", "x.pdf"] if wrong else []
    with pytest.raises(SystemExit) as stopped:
        main(["report", SHIPPED, answers, *out, *wrong])
    assert stopped.value.code == 2


def test_making_a_report_needs_no_web_and_no_database(tmp_path, answers):
    heavy = imported("report", SHIPPED, answers, "-o", str(tmp_path / "report.pdf"))
    assert heavy == {"reportlab"}
