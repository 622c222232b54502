"""The app behind TLS, judged by the scanner of MDN's HTTP Observatory, without the internet."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import json
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from werkzeug.serving import make_server

from reflect.app import create_app
from reflect.records.engine import Database
from reflect.records.migration import migrate

SCANNER = "@mdn/mdn-http-observatory"
VERSION = "1.4.8"
WANTED = "A+"
CERTIFICATE = [
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
    *("-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
]


def main() -> None:
    """Print the grade and each test of it; with less than A+ the exit status is 1."""
    with TemporaryDirectory() as folder:
        here = Path(folder)
        scanner = _fetched(Path(os.environ.get("OBSERVATORY") or here))
        with _serving(here) as place:
            found = _scanned(scanner, here, place)
    scan = found["scan"]
    print("# Judged by MDN's HTTP Observatory\n")
    print(f"`make evidence of=observatory`, {datetime.now(UTC).date().isoformat()}: the scanner")
    print(f"`{SCANNER}` {VERSION} from npm, run on this machine against the app behind TLS on")
    print("localhost, with a certificate made for it. The list of names preloaded for HSTS, which")
    print("the scanner would download, is empty.\n")
    print(f"Grade {scan['grade']}, score {scan['score']}.\n")
    print("| test | passed | result | points |\n|---|---|---|---:|")
    for name, one in sorted(found["tests"].items()):
        said = "yes" if one["pass"] else "no"
        print(f"| {name} | {said} | {one['result']} | {one['scoreModifier']} |")
    sys.exit(scan["grade"] != WANTED)


def _fetched(folder: Path) -> Path:
    """The scanner, installed beside everything else; no script of a package is run."""
    package = folder / "node_modules" / SCANNER
    if not package.exists():
        words = ["npm", "install", "--ignore-scripts", "--no-audit", "--prefix", str(folder)]
        subprocess.run([*words, f"{SCANNER}@{VERSION}"], check=True, stdout=sys.stderr)  # noqa: S603 - our own words
    (package / "conf" / "hsts-preload.json").write_text("{}", "utf-8")
    return package


@contextmanager
def _serving(folder: Path) -> Iterator[int]:
    """The app at https://localhost, for as long as it is wanted."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    words = [*CERTIFICATE, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own words
    url = f"sqlite:///{folder / 'reflect.db'}"
    database = Database(url)
    migrate(database)
    database.close()
    app = create_app(instance=folder, base_url="https://localhost", contact="hulp@reflect.example")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    tls.load_cert_chain(certificate, key)
    server = make_server("localhost", 0, app, threaded=True, ssl_context=tls)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["reflect"].database.close()


def _scanned(scanner: Path, folder: Path, port: int) -> dict[str, Any]:
    words = ["node", str(scanner / "src" / "scan.js"), f"localhost:{port}"]
    trusted = os.environ | {"NODE_EXTRA_CA_CERTS": str(folder / "certificate.pem")}
    told = subprocess.run(words, check=False, capture_output=True, text=True, env=trusted)  # noqa: S603 - our own words
    if told.returncode:
        raise SystemExit(told.stdout + told.stderr)
    return json.loads(told.stdout)


if __name__ == "__main__":
    main()
