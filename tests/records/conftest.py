"""The databases that these tests run on."""

from tests.databases import database, postgres, postgres_server, ring, sqlite, sqlite_template

__all__ = ["database", "postgres", "postgres_server", "ring", "sqlite", "sqlite_template"]
