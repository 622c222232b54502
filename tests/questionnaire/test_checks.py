"""Every fault that a definition can have: its code, its place, its words."""

import json
import re
import time
from pathlib import Path

import pytest

from reflect import questionnaire
from reflect.questionnaire import check, check_file
from reflect.questionnaire.faults import Fault, FaultyDefinition
from tests.questionnaire.building import definition, domain, open_question, section, statement

DEFINITIONS = Path(__file__).parents[1] / "definitions"
CODE = re.compile(r"\b[EW][1-5]\d\d\b")
SHIPPED = Path(__file__).parents[2] / "questionnaires" / "onveiligheid-opheffen-1.json"
TOLD = (DEFINITIONS / "faults.txt").read_text("utf-8").splitlines()
FAULTY = sorted(file.name for file in DEFINITIONS.glob("[ew][0-9]*.json"))
FEATURES = sorted(file.name for file in DEFINITIONS.glob("*-1.json"))


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_has_a_tiny_definition_without_a_fault(name):
    questionnaire, found = check_file(DEFINITIONS / name)
    assert questionnaire is not None
    assert found == ()


@pytest.mark.parametrize("name", FAULTY)
def test_every_fault_is_told_with_its_place(name):
    told = [str(fault) for fault in check((DEFINITIONS / name).read_text("utf-8"), name)[1]]
    assert told == [line for line in TOLD if line.startswith(f"{name}:")]
    assert name[:4].upper() in " ".join(told)


def test_every_code_of_a_file_has_a_tiny_definition_that_is_wrong_in_that_alone():
    codes: dict[str, set[str]] = {}
    for line in TOLD:
        codes.setdefault(line.partition(":")[0], set()).add(CODE.search(line)[0])
    alone = {one for found in codes.values() if len(found) == 1 for one in found}
    sources = (Path(questionnaire.__file__).parent / "checks").rglob("*.py")
    assert alone == {code for file in sources for code in CODE.findall(file.read_text("utf-8"))}


def test_every_faulty_definition_is_in_the_table():
    assert sorted({line.partition(":")[0] for line in TOLD}) == FAULTY


def test_a_shipped_questionnaire_checks_clean_and_soon():
    begin = time.perf_counter()
    assert check_file(SHIPPED)[1] == ()
    assert time.perf_counter() - begin < 1


def test_a_byte_order_mark_is_no_fault(tmp_path):
    marked = tmp_path / "smallest-1.json"
    marked.write_bytes(b"\xef\xbb\xbf" + (DEFINITIONS / "smallest-1.json").read_bytes())
    assert check_file(marked)[1] == ()
    assert check("\ufeff" + marked.read_text("utf-8-sig"), "x")[1] == ()


def test_a_file_is_called_after_its_id_and_version(tmp_path):
    other = tmp_path / "other.json"
    other.write_bytes((DEFINITIONS / "smallest-1.json").read_bytes())
    (found,) = check_file(other, "other.json")[1]
    expected = "other.json:1:1: E603 the file should be called smallest-1.json, after its id and"
    assert str(found) == f"{expected} version"


def test_a_file_in_another_encoding_is_told_where(tmp_path):
    latin = tmp_path / "x-1.json"
    latin.write_bytes('{\n"id": "één"}'.encode("latin-1"))
    (found,) = check_file(latin, "x")[1]
    assert str(found) == "x:2:8: E101 the file is not written in UTF-8"


def test_a_file_of_more_than_a_mebibyte_is_not_read(tmp_path):
    large = tmp_path / "x-1.json"
    large.write_bytes(b" " * (1024 * 1024) + "é".encode())
    for _, found in (check_file(large, "x"), check(large.read_text("utf-8"), "x")):
        assert list(map(str, found)) == ["x:1:1: E105 the file is larger than 1024 KiB"]


def test_a_fault_stays_on_its_line_and_moves_no_terminal():
    moving = definition(section("a", open_question("b"))) | {"x\n\x1b[1m": 1}
    (found,) = check(json.dumps(moving), "x")[1]
    assert str(found).endswith("E104 x\ufffd\ufffd[1m: no such key")


def test_faults_stand_in_the_order_of_the_file():
    text = (DEFINITIONS / "e208-no-scale.json").read_text("utf-8")
    found = check(text, "x")[1]
    assert [(fault.line, fault.column) for fault in found] == sorted(
        (fault.line, fault.column) for fault in found
    )


def test_faults_that_only_warn_do_not_stop():
    (warning,) = check((DEFINITIONS / "w402-two-spaces.json").read_text("utf-8"), "x")[1]
    (error,) = check((DEFINITIONS / "e403-html.json").read_text("utf-8"), "x")[1]
    assert (warning.stops, error.stops) == (False, True)


def test_a_faulty_definition_says_all_its_faults():
    two = [Fault("x", 1, 2, "E101", "", "nee"), Fault("x", 3, 4, "E102", "a.b", "ook niet")]
    assert str(FaultyDefinition(two)) == "x:1:2: E101 nee\nx:3:4: E102 a.b: ook niet"


def test_five_hundred_questions_are_checked_at_once():
    sections = [section(f"s{s}", *(statement(f"q{s}-{n}") for n in range(50))) for s in range(10)]
    text = json.dumps(definition(*sections, domains=[domain()]))
    assert check(text, "x")[1] == ()
    begin = time.process_time()
    check(text, "x")
    assert time.process_time() - begin < 0.5  # 0.03 s on a quiet machine
