"""What happens to disks: they are full, they break, they may not be written any more."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.remote import Server

SIZE = 4 * 1024 * 1024  # bytes of a small disk
BROKEN, READ_ONLY, FULL = (
    "fsync,fdatasync:error=EIO",
    "pwrite64:error=EROFS",
    "pwrite64:error=ENOSPC",
)


def strace() -> str:
    """Where it is; only outside CI one may do without."""
    path = shutil.which("strace")
    if path is None and os.environ.get("CI") != "true":
        pytest.skip("there is no strace here, so no disk breaks")
    assert path, "there is no strace here, and CI needs it"
    return path


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of a few megabytes; False where this machine lets nobody mount one."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    is_small = subprocess.run(words, capture_output=True, check=False).returncode == 0  # noqa: S603 - our own words
    try:
        yield is_small
    finally:
        if is_small:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607 - our own words


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Not a byte is left, for a while."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            for size in (64 * 1024, 512):
                while file.write(bytes(size)) == size:
                    continue
        except OSError as fault:
            assert fault.errno == 28, fault  # noqa: PT017 - no space left: what was wished for
    yield
    ballast.unlink()


@contextmanager
def failing(server: Server, calls: str) -> Iterator[None]:
    """These calls of every process of the server fail, for a while."""
    master = server.process.pid
    workers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    attach = [word for worker in workers for word in ("-p", worker)]
    words = [strace(), "-f", "-o", "/dev/null", "-e", f"inject={calls}", *attach]
    tracer = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    for _ in workers:
        assert "attached" in tracer.stderr.readline()
    yield
    tracer.send_signal(signal.SIGINT)
    tracer.communicate()
