"""The files beside the pages: css, js, fonts, icons; each address names their content."""

import hashlib
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

FOLDER = Path(__file__).with_name("static")


def _digest() -> str:
    """Of all files together: they are few, and a new version of one is a new version of all."""
    whole = hashlib.sha256()
    for file in sorted(FOLDER.rglob("*")):
        if file.is_file():
            whole.update(file.relative_to(FOLDER).as_posix().encode())
            whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


PREFIX = f"/static/{_digest()}"


def address(path: str) -> str:
    """Where a file can be had for ever."""
    return f"{PREFIX}/{path}"


def serve(app: Flask) -> None:
    """Let WhiteNoise answer for the files, before the app is asked."""
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign] # how WSGI is wrapped
        app.wsgi_app,
        root=FOLDER,
        prefix=PREFIX,
        allow_all_origins=False,
        immutable_file_test=lambda _path, _url: True,
    )
