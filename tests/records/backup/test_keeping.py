"""Backups go at their term, and nothing else in their folder does."""

import io
import os
from datetime import timedelta

from reflect.records import backup
from reflect.records.backup import stream
from reflect.records.ring import KeyRing
from tests.records.making import AT, DAY

RING = KeyRing({1: b"1" * 32})


def a_backup(folder, at):
    with (folder / backup.name(at)).open("wb") as file:
        stream.seal(io.BytesIO(b"x"), file, RING, "sqlite", at)


def test_backups_past_their_term_go_by_the_day_that_they_tell_themselves(tmp_path):
    for days in (0, 34, 36, 400):
        a_backup(tmp_path, AT - days * DAY)
    (tmp_path / "reflect-2020-01-01-000000.backup").write_text("of somebody else")
    (tmp_path / "diary.txt").write_text("Dear diary")

    assert backup.sweep(tmp_path, AT, 35 * DAY) == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "diary.txt",
        "reflect-2020-01-01-000000.backup",
        "reflect-2026-10-18-130300.backup",
        "reflect-2026-11-21-130300.backup",
    ]
    assert backup.newest(tmp_path) == AT.date()


def test_drafts_of_a_crash_go_after_a_day(tmp_path):
    for hours in (1, 25):
        draft = tmp_path / f"{hours}.backup.part"
        draft.touch()
        then = (AT - timedelta(hours=hours)).timestamp()
        os.utime(draft, (then, then))

    backup.sweep(tmp_path, AT, 35 * DAY)

    assert [each.name for each in tmp_path.iterdir()] == ["1.backup.part"]
    assert backup.newest(tmp_path) is None
