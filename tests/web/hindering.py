"""What keeps a database from being written for a while."""

from contextlib import contextmanager

from sqlalchemy import create_engine, select, text

from reflect.records.engine import Database
from reflect.records.responses import Response


@contextmanager
def locked(database):
    """Another process holds what is to be written, and does not finish."""
    other = Database(database.url.render_as_string(hide_password=False))
    with other.writing() as db:
        db.scalars(select(Response).with_for_update()).all()
        yield
    other.close()


@contextmanager
def read_only(database):
    """The operator of PostgreSQL let nobody write."""
    with database.migrating() as connection:
        connection.execute(text("ALTER DATABASE postgres SET default_transaction_read_only = on"))
    database.close()
    yield
    engine = create_engine(database.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SET default_transaction_read_only = off"))
        connection.execute(text("ALTER DATABASE postgres RESET default_transaction_read_only"))
    engine.dispose()
    database.close()
