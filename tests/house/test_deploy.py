"""What an operator installs: a wheel that lacks nothing, and samples that their tools accept."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reflect.commands import COMMANDS
from reflect.web.meters import Meters

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
FIRST_START = """
from reflect.app import create_app
from reflect.commands import main
from reflect.records.revision import head
import reflect

assert main(["migrate"]) == 0
page = create_app().test_client().get("/instruments", base_url="http://127.0.0.1:8000")
print(reflect.__file__, head(), page.status_code, "Onveiligheid opheffen" in page.text, sep="|")
"""
MOST_EXPOSED = 20  # tenths, of 100: `systemd-analyze security`


def tool(name: str) -> str:
    """A program that not every machine has; CI has it."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:{ROOT / '.uv' / 'bin'}")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip(f"there is no {name} here, so it says nothing of our samples")
    assert found, f"there is no {name} here, and CI needs it"
    return found


def ran(*words, **how) -> subprocess.CompletedProcess:
    done = subprocess.run(words, capture_output=True, text=True, check=False, **how)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, made and installed without the network, nowhere near this folder."""
    place = tmp_path_factory.mktemp("wheel")
    uv = tool("uv")
    ran(uv, "build", "--wheel", "--offline", "--quiet", "--out-dir", place, ROOT)
    [wheel] = place.glob("reflect-*.whl")
    words = ("--offline", "--no-deps", "--quiet", "--target", place / "site", wheel)
    ran(uv, "pip", "install", "--python", sys.executable, *words)
    return place / "site"


def test_a_wheel_brings_all_it_takes_to_begin_in_an_empty_folder(installed, tmp_path):
    bare = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    env = bare | {"PYTHONPATH": str(installed)}
    told = ran(sys.executable, "-c", FIRST_START, cwd=tmp_path, env=env).stdout.splitlines()
    newest = max(file.name for file in (ROOT / "migrations" / "versions").glob("[0-9]*.py"))[:4]
    assert told[-1] == f"{installed / 'reflect' / '__init__.py'}|{newest}|200|True"
    assert [one.name for one in tmp_path.iterdir()] == ["instance"]
    assert (tmp_path / "instance").stat().st_mode & 0o777 == 0o700


def test_systemd_knows_every_word_of_the_units_and_finds_them_shut(tmp_path):
    analyze = tool("systemd-analyze")
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/reflect/bin/reflect", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    done = ran(analyze, "verify", "--man=no", *tmp_path.iterdir())
    assert (done.stdout, done.stderr) == ("", "")
    for unit in tmp_path.glob("*.service"):
        ran(analyze, "security", "--offline=true", f"--threshold={MOST_EXPOSED}", unit)


def test_every_unit_runs_a_command_that_there_is_and_every_timer_has_its_unit():
    for unit in DEPLOY.glob("*.service"):
        text = unit.read_text("utf-8")
        [typed] = re.findall(r"^ExecStart=/opt/reflect/bin/reflect (\S+)", text, re.MULTILINE)
        assert typed in COMMANDS
    for timer in DEPLOY.glob("*.timer"):
        assert timer.with_suffix(".service").is_file()


def test_nginx_takes_the_sample_as_it_is(tmp_path):
    nginx, openssl = tool("nginx"), tool("openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "fullchain.pem"
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=example")
    ran(openssl, "req", "-x509", "-nodes", *curve, "-keyout", key, "-out", certificate)
    site = (ROOT / "docs" / "nginx.conf").read_text("utf-8")
    site = site.replace("/etc/ssl/reflect", str(tmp_path)).replace("/var/log/nginx", str(tmp_path))
    site = re.sub(r"listen (\[::\]:)?(80|443)", rf"listen unix:{tmp_path}/\2\1", site)
    site = site.replace("[::]:", "-")
    temporary = "".join(
        f"{kind}_temp_path {tmp_path};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {tmp_path}/pid; events {{}} http {{ {temporary} {site} }}"
    (tmp_path / "nginx.conf").write_text(whole)
    ran(nginx, "-t", "-q", "-e", tmp_path / "log", "-c", tmp_path / "nginx.conf")


def test_alerts_ask_for_figures_that_are_told():
    asked = set(re.findall(r"\breflect_\w+", (DEPLOY / "alerts.yaml").read_text("utf-8")))
    sources = Path(sys.modules[Meters.__module__].__file__).parent
    told = "".join((sources / name).read_text("utf-8") for name in ("meters.py", "metrics.py"))
    named = set(re.findall(r'"(reflect_\w+)"', told))
    assert asked - {f"{name}{end}" for name in named for end in ("", "_total", "_bucket")} == set()
