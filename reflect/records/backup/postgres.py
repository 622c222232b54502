"""PostgreSQL: a dump by its own tools, of one snapshot, through pipes."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO

from sqlalchemy import URL

from reflect.records.backup.workplace import BackupFault

NULL = "\\N"


@dataclass(frozen=True)
class Tools:
    """Where pg_dump and pg_restore are; "": wherever the system finds them."""

    folder: str = ""

    @contextmanager
    def dumped(self, url: URL) -> Iterator[BinaryIO]:
        """The database as an archive of pg_dump, to be read. Raises BackupFault."""
        words = ["--format=custom", "--no-owner", "--no-acl"]
        with self._running("pg_dump", words, url) as process:
            yield process.stdout  # type: ignore[misc] # it was asked for

    def restored(self, url: URL, archive: Iterable[bytes]) -> None:
        """The archive in an empty database; all of it, or nothing. Raises BackupFault."""
        words = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-acl"]
        with self._running("pg_restore", words, url) as process:
            _feed(process, archive)

    def rows(self, archive: IO[bytes]) -> Iterator[tuple[str, dict[str, str | bytes | None]]]:
        """Table and columns of each row in an archive, read without a database."""
        with self._running("pg_restore", ["--file=-"], None, stdin=archive) as process:
            yield from _rows(process.stdout)  # type: ignore[arg-type] # it was asked for

    @contextmanager
    def _running(
        self, name: str, words: list[str], url: URL | None, stdin: IO[bytes] | int | None = None
    ) -> Iterator[subprocess.Popen[bytes]]:
        """One of the tools; what it complains of becomes a BackupFault."""
        to = [f"--dbname={_without_password(url)}"] if url else []
        surroundings = os.environ | (
            {"PGPASSWORD": str(url.password)} if url and url.password else {}
        )
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(  # noqa: S603 - our own words
                [self._place(name), *words, *to],
                stdin=subprocess.PIPE if stdin is None else stdin,
                stdout=subprocess.PIPE,
                stderr=said,
                env=surroundings,
            )
            try:
                yield process
            except BrokenPipeError:
                pass  # it says below why it listens no more
            except BaseException:
                process.kill()
                raise
            finally:
                process.communicate()
            if process.returncode:
                said.seek(0)
                words_said = said.read().decode(errors="replace").split()
                raise BackupFault(f"{name} did not go well: {' '.join(words_said)[:500]}")

    def _place(self, name: str) -> str:
        found = shutil.which(name, path=self.folder or None)
        if found is None:
            where = f"in {self.folder}" if self.folder else "on this machine"
            raise BackupFault(
                f"There is no {name} {where}: install the tools of PostgreSQL, or say where they "
                "are with REFLECT_POSTGRES_TOOLS."
            )
        return found


def _without_password(url: URL) -> str:
    """What anybody may read in the list of processes."""
    return url.set(drivername="postgresql", password=None).render_as_string()


def _feed(process: subprocess.Popen[bytes], archive: Iterable[bytes]) -> None:
    entry = process.stdin
    assert entry is not None  # noqa: S101 - it was asked for
    entry.writelines(archive)


def _rows(script: Iterable[bytes]) -> Iterator[tuple[str, dict[str, str | bytes | None]]]:
    """The rows in a script of pg_restore: COPY, a line each, until a lone backslash and a dot."""
    table, columns = "", list[str]()
    for line in script:
        words = line.decode().rstrip("\n")
        if not table and words.startswith("COPY "):
            name, _, rest = words.removeprefix("COPY ").partition(" (")
            table = name.rpartition(".")[2].strip('"')
            columns = [each.strip('"') for each in rest.partition(")")[0].split(", ")]
        elif words == "\\.":
            table = ""
        elif table:
            values = (_value(each) for each in words.split("\t"))
            yield table, dict(zip(columns, values, strict=True))


def _value(told: str) -> str | bytes | None:
    """Bytes where they are written as PostgreSQL writes bytes; other texts as they stand."""
    if told == NULL:
        return None
    return bytes.fromhex(told[3:]) if told.startswith("\\\\x") else told
