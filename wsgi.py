"""The server's door."""

from reflect.app import create_app

app = create_app()
