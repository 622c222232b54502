"""`reflect run`: the instance is made ready, and then this process becomes the server."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from reflect.commands import main, run
from reflect.config import read_config
from reflect.records.definitions import Definition
from reflect.records.engine import Database

MOST_MODULES = 1400  # of a start, with ReportLab; who needs more says what for


@pytest.fixture
def instance(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "instance"))
    for name in ("REFLECT_BASE_URL", "REFLECT_SECOND_FACTOR"):  # what `run` sets goes again
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return tmp_path / "instance"


@pytest.fixture
def served(monkeypatch):
    """The words by which the server, with the app made in it, would have served."""
    started = []
    monkeypatch.setattr(run, "claim", lambda _: None)  # others may be at the usual port
    monkeypatch.setattr(sys, "argv", ["reflect"])
    monkeypatch.setattr(run.WSGIApplication, "run", lambda _: started.extend(sys.argv))
    return started


def bound(served):
    return served[served.index("--bind") + 1]


def test_a_first_start_makes_the_instance_and_says_where_to_go(instance, served, capsys):
    assert main(["run"]) == 0
    assert "Reflect is at http://127.0.0.1:8000" in capsys.readouterr().out
    assert bound(served) == "127.0.0.1:8000"
    assert served[-1] == "reflect.app:create_app()"
    assert (instance / "reflect.db").exists()
    assert (instance / "keys").stat().st_mode & 0o777 == 0o700
    assert main(["run", "--workers", "3"]) == 0  # the second start keeps everything
    assert served[served.index("--workers", len(served) // 2) + 1] == "3"


def test_another_port_is_said_and_known_to_the_workers(instance, served, capsys):
    assert main(["run", "--port", "9001"]) == 0
    assert "http://127.0.0.1:9001" in capsys.readouterr().out
    assert bound(served) == "127.0.0.1:9001"
    assert os.environ["REFLECT_BASE_URL"] == "http://127.0.0.1:9001"
    assert instance.is_dir()


@pytest.mark.usefixtures("instance", "served")
def test_what_a_start_does_not_need_is_not_loaded():
    assert main(["run"]) == 0  # the first makes the tables
    script = """
import sys
from reflect.commands import run
run.claim = lambda _: None
run.WSGIApplication.run = lambda _: None
run.run(argparse.Namespace(demo=False, port=None, workers=2))
print(*sys.modules)
"""
    words = [sys.executable, "-c", f"import argparse{script}"]
    told = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    loaded = set(told.stdout.split())
    assert not loaded & {"alembic", "mako", "xlsxwriter", "segno", "psycopg", "prometheus_client"}
    assert "reportlab.platypus" in loaded  # before the fork, so once for all
    assert len(loaded) < MOST_MODULES


def test_behind_a_proxy_the_port_is_another_thing_than_the_address(instance, served, capsys):
    instance.mkdir()
    (instance / "config.py").write_text('base_url = "https://reflect.example"\n')
    assert main(["run", "--port", "9001"]) == 0
    told = capsys.readouterr().out
    assert "Reflect is at https://reflect.example" in told
    assert "set REFLECT_CONTROLLER" in told
    assert bound(served) == "127.0.0.1:9001"
    assert "REFLECT_BASE_URL" not in os.environ


def test_a_trial_is_served_where_its_address_says(instance, served, monkeypatch):
    monkeypatch.setenv("REFLECT_BASE_URL", "http://localhost:9002")
    assert main(["run"]) == 0
    assert bound(served) == "127.0.0.1:9002"
    assert instance.is_dir()


def test_a_setting_that_cannot_be_is_told_in_a_line(instance, served, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_FLOOR", "3")
    assert main(["run"]) == 1
    assert capsys.readouterr().err.startswith("reflect: floor can be raised above 5")
    assert not served
    assert not instance.exists()


def test_lost_keys_are_told_in_a_line(instance, served, capsys):
    main(["run"])
    served.clear()
    (instance / "keys" / "0001.key").unlink()
    assert main(["run"]) == 1
    assert "put them back from your backup" in capsys.readouterr().err
    assert not served


def test_a_file_that_contradicts_an_import_is_told_in_a_line(instance, served, capsys):
    main(["run"])
    served.clear()
    database = Database(read_config().database)
    with database.writing() as db:
        other = {"fingerprint": "f" * 64, "body": "{}", "published": date(2026, 11, 21)}
        db.add(Definition(questionnaire="save-begeleiding", version=1, **other))
        db.commit()
    database.close()
    assert instance.is_dir()
    assert main(["run"]) == 1
    assert capsys.readouterr().err == (
        "reflect: save-begeleiding-1.json:1:1: E601 save-begeleiding-1 was imported with another "
        "content, on 2026-11-21: take this file away, or call it save-begeleiding-2\n"
    )
    assert not served


def test_a_demo_comes_with_its_codes(instance, served, capsys):
    assert main(["run", "--demo"]) == 0
    assert (instance / "demo.txt").read_text().split("\t")[1].split("\n")[
        0
    ] in capsys.readouterr().out
    assert served


def test_a_demo_is_for_this_machine_alone(instance, served, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_BASE_URL", "https://reflect.example")
    assert main(["run", "--demo"]) == 1
    assert "a demo is for this machine alone" in capsys.readouterr().err
    assert not served
    assert not (instance / "demo.txt").exists()


def test_a_port_that_somebody_else_has_is_told_before_anything_is_promised(instance, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"reflect: port {port} cannot be used (Address already in use)")
    assert err.count("\n") == 1
    assert not instance.exists()


@pytest.mark.parametrize("port", ["99999", "0", "-1", "http"])
def test_a_port_that_cannot_be_is_wrong_usage(served, port, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["run", f"--port={port}"])
    assert f"a port is a number from 1 to 65535, not {port}" in capsys.readouterr().err
    assert not served


def test_two_processes_serve_and_count_as_one_and_a_line_says_when_they_stop(instance):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [str(Path(sys.executable).with_name("reflect")), "run", "--port", str(port)]
    env = os.environ | {"REFLECT_INSTANCE": str(instance), "REFLECT_METRICS": "loopback"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*words, "--workers", "2"], env=env, **pipes) as server:  # noqa: S603 - our own words
        site = f"http://127.0.0.1:{port}"
        assert reached(f"{site}/health/ready") == b"ready\n"
        assert not [file for file in opened(server.pid) if "reflect.db" in file]  # to be forked
        asked = 0
        while len(files := list((instance / "metrics").glob("counter_*.db"))) < 2 and asked < 500:
            assert reached(f"{site}/health/live") == b"live\n"
            asked += 1
        assert len(files) == 2
        counted = f'reflect_requests_total{{route="/health/live",status="2xx"}} {asked}.0\n'
        assert counted in reached(f"{site}/metrics").decode()
        server.terminate()
        assert server.wait(timeout=20) == 0
        lines = [json.loads(line) for line in server.stderr.read().splitlines()]
    assert [line["said"].partition(":")[0] for line in lines] == ["started", "stopped"]


def opened(process):
    """The files that a process of this machine holds open, as Linux tells it."""
    return [str(file.readlink()) for file in Path(f"/proc/{process}/fd").glob("*")]


def reached(address):
    for _ in range(150):
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
            return answer.read()
        time.sleep(0.1)
    return None
