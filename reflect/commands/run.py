"""`reflect run`: make the instance ready, say where to go, and serve."""

import argparse
import os
import shutil
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

from gunicorn.app.wsgiapp import WSGIApplication

from reflect import reports
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
WORKERS = 2


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
        database.close()
        server = _server(place, args.workers)
    if config.is_secure and not config.controller:
        print("Nobody is named on the page about privacy: set REFLECT_CONTROLLER.")
    print(f"Reflect is at {config.base_url}; stop it with Ctrl-C.", flush=True)
    server.run()
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
    return invitation(config)


def _server(port: int, workers: int) -> WSGIApplication:
    """gunicorn, in this very process, with the app made: what its workers fork from is loaded once.

    DatabaseFault, KeyRingFault, FaultyDefinition.
    """
    sys.argv = words(port, workers)  # it reads them, and would start anew by them
    server = WSGIApplication()
    server.wsgi()
    reports.set_up()
    return server


def words(port: int, workers: int) -> list[str]:
    """What one would type to have gunicorn serve an instance that was made ready."""
    return [
        str(Path(sys.executable).with_name("gunicorn")),
        *("--bind", f"127.0.0.1:{port}", "--workers", str(workers)),
        *("--config", "python:reflect.web.server", "--no-control-socket"),
        "reflect.app:create_app()",
    ]
