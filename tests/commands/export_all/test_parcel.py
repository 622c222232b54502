"""A parcel is there whole or not at all, and stands in nobody's way."""

import csv
import json
import os
import subprocess

import pytest

from reflect.commands.export_all.parcel import MARK, PART, parcel
from reflect.commands.refusal import Refused


def test_what_a_program_reads_is_what_was_there_and_what_a_spreadsheet_reads_runs_nothing(tmp_path):
    with parcel(tmp_path / "one") as made:
        rows = [("-id", "=SUM(A1)", None), ("id", "a, “b”\nc", 3), ("id", "A;=1; @b", "")]
        assert made.table("names.csv", ("id", "name", "places"), rows) == 3
        made.seal({"format": 1})

    written = (tmp_path / "one" / "names.csv").read_bytes().decode()
    assert list(csv.reader(written.splitlines(keepends=True))) == [
        *(["id", "name", "places"], ["-id", "'=SUM(A1)", ""], ["id", "a, “b”\nc", "3"]),
        ["id", "A;'=1; '@b", ""],
    ]
    manifest = json.loads((tmp_path / "one" / "MANIFEST.json").read_text())
    assert [one["rows"] for one in manifest["files"]] == [3]
    told = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"],  # noqa: S607 - wherever the system has it
        cwd=tmp_path / "one",
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout == "names.csv: OK\nMANIFEST.json: OK\n"
    assert (tmp_path / "one").stat().st_mode & 0o077 == 0


def test_after_a_fault_there_is_nothing_and_after_a_crash_it_begins_anew(tmp_path):
    def broken():
        yield b"half"
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"), parcel(tmp_path / "one") as made:
        made.put("a/file", broken())
    assert list(tmp_path.iterdir()) == []

    left = tmp_path / f"one{PART}"
    (left / "folder").mkdir(parents=True)
    for file in (MARK, "folder/half"):
        (left / file).write_text("left by a crash")
    with parcel(tmp_path / "one") as made:
        made.tell("whole.json", {})
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["whole.json"]
    assert [file.name for file in tmp_path.iterdir()] == ["one"]


def test_a_folder_of_somebody_else_is_no_place_and_its_own_is_open_to_nobody(tmp_path, monkeypatch):
    (tmp_path / f"one{PART}").mkdir(mode=0o777)
    with parcel(tmp_path / "one") as made:
        assert made.folder.stat().st_mode & 0o077 == 0

    (tmp_path / f"two{PART}").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(Refused, match="of somebody else"), parcel(tmp_path / "two"):
        pass


def test_it_takes_an_empty_folder_and_none_that_holds_anything(tmp_path):
    (tmp_path / "empty").mkdir()
    with parcel(tmp_path / "empty") as made:
        made.tell("whole.json", {})
    assert os.listdir(tmp_path / "empty") == ["whole.json"]  # noqa: PTH208 - the names alone
    (tmp_path / "file").touch()
    (tmp_path / f"other{PART}").mkdir()
    (tmp_path / f"other{PART}" / "mine").touch()

    for name, why in (
        *(("empty", "is not empty"), ("file", "is not empty")),
        ("other", "in the way, and not of an export"),
    ):
        with pytest.raises(Refused, match=why), parcel(tmp_path / name):
            pass
    assert (tmp_path / f"other{PART}" / "mine").exists()
    with (
        parcel(tmp_path / "twice"),
        pytest.raises(Refused, match="under way"),
        parcel(tmp_path / "twice"),
    ):
        pass
