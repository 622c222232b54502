"""nginx as docs/nginx.conf has it, without TLS, on a port of this machine, before some servers."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.remote import PATIENCE, ROOT

SITE = ROOT / "docs" / "nginx.conf"
SAMPLE = re.compile(r"^    server 127\.0\.0\.1:8000 (.*;)$", re.MULTILINE)
FIRST = re.compile(r"^server \{\n    listen 80;.*?^\}\n", re.MULTILINE | re.DOTALL)
SECURE = re.compile(r"^    (listen \[::\]|ssl_).*\n", re.MULTILINE)
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
WHOLE = """
daemon off; pid {folder}/nginx.pid; worker_processes 1;
events {{ worker_connections 2048; }}
http {{ {temporary} {site} }}
"""


def nginx() -> str:
    """Where it is; CI has it."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("there is no nginx here, so nothing goes through it")
    assert found, "there is no nginx here, and CI needs it"
    return found


@contextmanager
def proxied(folder: Path, port: int, servers: Sequence[int]) -> Iterator[None]:
    """nginx at a port for as long as it is wanted; each answer says which server it is of."""
    configuration = folder / "nginx.conf"
    configuration.write_text(whole(folder, port, servers))
    words = [nginx(), "-e", str(folder / "nginx.log"), "-c", str(configuration)]
    process = subprocess.Popen(words, cwd=folder)  # noqa: S603 - our own words
    until = time.monotonic() + PATIENCE
    while not listens(port):
        assert process.poll() is None, folder
        assert time.monotonic() < until, folder
        time.sleep(0.01)
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def whole(folder: Path, port: int, servers: Sequence[int]) -> str:
    """The sample, with so many servers, and nowhere near the machine's own nginx."""
    site = FIRST.sub("", SITE.read_text("utf-8"))
    lines = "\n".join(rf"    server 127.0.0.1:{one} \1" for one in servers)
    site = SECURE.sub("", SAMPLE.sub(lines, site)).replace("/var/log/nginx", str(folder))
    site = site.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    site = site.replace(
        "location / {", "location / {\n add_header Server-Port $upstream_addr always;"
    )
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)
    return WHOLE.format(folder=folder, temporary=temporary, site=site)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def listens(port: int) -> bool:
    """Whether anybody does."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
