"""A ZIP that is written while it is sent."""

import tracemalloc
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from reflect.reports.archive import Entry, archive

AT = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)
MEGABYTE = 2**20


def test_what_goes_in_comes_out():
    sent = list(archive([Entry("a.txt", [b"een", b"twee"]), Entry("map/b.txt", [])], AT))

    whole = ZipFile(BytesIO(b"".join(sent)))

    assert whole.testzip() is None
    assert {name: whole.read(name) for name in whole.namelist()} == {
        "a.txt": b"eentwee",
        "map/b.txt": b"",
    }
    assert {info.date_time for info in whole.infolist()} == {(2026, 11, 21, 13, 3, 0)}
    assert {info.external_attr >> 16 for info in whole.infolist()} == {0o600}


def test_an_archive_of_many_files_takes_no_more_memory_than_one_of_them():
    noise = bytes(range(256)) * 256

    def entries():
        for number in range(400):
            yield Entry(f"{number}.bin", [number.to_bytes(2) + noise] * 4)

    tracemalloc.start()
    size = sum(len(chunk) for chunk in archive(entries(), AT))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size < 100 * MEGABYTE
    assert most < 2 * MEGABYTE


def test_whoever_stops_halfway_leaves_nothing_behind():
    sending = archive(iter([Entry("a", [b"x" * 100_000] * 9)]), AT)
    next(sending)
    sending.close()
    assert list(sending) == []
