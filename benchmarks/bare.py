"""A bare Flask app to measure against: eight questions a page, a form token, a durable commit."""

import hmac
import os
import secrets
import sqlite3
import threading

from flask import Flask, abort, make_response, redirect, request
from werkzeug.wrappers import Response

QUESTIONS, POINTS = range(8), range(1, 6)
SECRET = secrets.token_bytes(32)  # of this process: a measurement asks for it to be checked
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Section {{ section }}</title></head><body>
<h1>Section {{ section }}</h1>
<form method="post"><input type="hidden" name="token" value="{{ token }}">
{% for question in questions %}
<fieldset><legend>Question {{ question }}: how often did you do this?</legend>
{% for point in points %}
<label><input type="radio" name="q_{{ question }}" value="{{ point }}"> {{ point }}</label>
{% endfor %}
</fieldset>
{% endfor %}
<button>Go on</button></form></body></html>
"""
kept = threading.local()


def create_app() -> Flask:
    """The app, on the SQLite file that BARE_DATABASE names."""
    app = Flask("bare")
    template = app.jinja_env.from_string(PAGE)
    database = os.environ["BARE_DATABASE"]
    _connect(database).execute(
        "CREATE TABLE IF NOT EXISTS answer (visitor TEXT, question TEXT, value TEXT)"
    )

    @app.get("/")
    def home() -> str:
        return "bare"

    @app.get("/<int:section>")
    @app.get("/submit", defaults={"section": 0})
    def page(section: int) -> Response:
        visitor = request.cookies.get("visitor") or secrets.token_urlsafe(16)
        asked = QUESTIONS if section else ()
        drawn = template.render(
            section=section, token=_token(visitor), questions=asked, points=POINTS
        )
        answer = make_response(drawn)
        answer.set_cookie("visitor", visitor, httponly=True)
        return answer

    @app.post("/<int:section>")
    @app.post("/submit", defaults={"section": 0})
    @app.post("/answers", defaults={"section": 0})  # one answer, as it is given
    def save(section: int) -> Response:
        visitor = request.cookies.get("visitor", "")
        if not hmac.compare_digest(request.form["token"], _token(visitor)):
            abort(400)
        sent = [(visitor, name, value) for name, value in request.form.items() if name != "token"]
        with _connect(database) as db:
            db.executemany("INSERT INTO answer VALUES (?, ?, ?)", sent or [(visitor, "sent", "")])
        return redirect(f"/{section + 1}")

    return app


def _token(visitor: str) -> str:
    return hmac.digest(SECRET, visitor.encode(), "sha256").hex()


def _connect(database: str) -> sqlite3.Connection:
    """The connection of this thread, as durable as Reflect's."""
    if not hasattr(kept, "connection"):
        connection = sqlite3.connect(database, timeout=10)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        kept.connection = connection
    found: sqlite3.Connection = kept.connection
    return found
