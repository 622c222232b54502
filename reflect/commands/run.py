"""`reflect run`: make the instance ready, say where to go, and serve."""

import argparse
import os
import shutil
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

from reflect.commands.demo import furnish, invitation
from reflect.commands.instance import prepare, told
from reflect.commands.refusal import Refused
from reflect.config import Config, folder, read_config
from reflect.questionnaire import Library
from reflect.records.engine import Database
from reflect.records.ring import KeyRing

SUMMARY = "serve the app on this machine"
PORT = 8000
HIGHEST = 65_535  # of ports
WORKERS, THREADS = 2, 4


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--demo", action="store_true", help="with groups and people to try it on")
    parser.add_argument("--port", type=port, help=f"of this machine (default {PORT})")
    parser.add_argument("--workers", type=int, default=WORKERS, help=f"default {WORKERS}")


def run(args: argparse.Namespace) -> int:
    """Serve until it is stopped; Refused when the instance cannot be made ready."""
    if args.port and read_config().base_url == Config.base_url:  # nobody chose another
        os.environ["REFLECT_BASE_URL"] = f"http://127.0.0.1:{args.port}"
    if args.demo and read_config().is_local:  # whoever looks around has no authenticator at hand
        os.environ.setdefault("REFLECT_SECOND_FACTOR", "optional")
    config = read_config()
    place = args.port or _port(config)
    claim(place)
    with told():
        ring, database = prepare(config)
        shutil.rmtree(config.instance / "metrics", ignore_errors=True)  # of processes that are gone
        if args.demo:
            print(_demo(config, ring, database))
    if config.is_secure and not config.controller:
        print("Nobody is named on the page about privacy: set REFLECT_CONTROLLER.")
    print(f"Reflect is at {config.base_url}; stop it with Ctrl-C.", flush=True)
    _serve(place, args.workers)
    return 0


def port(words: str) -> int:
    """A port as it is typed."""
    if not (words.isdecimal() and 0 < int(words) <= HIGHEST):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {HIGHEST}, not {words}")
    return int(words)


def claim(place: int) -> None:
    """Refused when this machine does not give us the port: the server would only say so later."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
        try:
            door.bind(("127.0.0.1", place))
        except OSError as fault:
            why = f"port {place} cannot be used ({fault.strerror}): choose another with --port"
            raise Refused(why) from fault


def _port(config: Config) -> int:
    """A trial is served where its address says; behind a proxy the address is the proxy's."""
    return (urlsplit(config.base_url).port if config.is_local else None) or PORT


def _demo(config: Config, ring: KeyRing, database: Database) -> str:
    library = Library.read(folder("questionnaires"))
    furnish(config, library, ring, database)
    database.close()
    return invitation(config)


def _serve(port: int, workers: int) -> None:
    """Become gunicorn, which makes the app in each of its workers: no connection is forked."""
    gunicorn = Path(sys.executable).with_name("gunicorn")
    words = [
        *("--bind", f"127.0.0.1:{port}"),
        *("--worker-class", "gthread", "--workers", str(workers), "--threads", str(THREADS)),
        *("--max-requests", "5000", "--max-requests-jitter", "500"),
        *("--config", "python:reflect.web.server", "--no-control-socket"),
        "reflect.app:create_app()",
    ]
    os.execv(gunicorn, [str(gunicorn), *words])  # noqa: S606 - our own words, and no shell
