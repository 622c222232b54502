"""Alive, and able to work."""

from sqlalchemy import text

from tests.web.reflecting import unreachable


def test_it_is_alive_and_ready(client):
    assert client.get("/health/live").data == b"live\n"
    assert client.get("/health/ready").data == b"ready\n"


def test_it_is_not_ready_on_a_database_of_another_version(client, app):
    with app.extensions["reflect"].database.writing() as db:
        kept = db.scalar(text("SELECT version_num FROM alembic_version"))
        db.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        db.commit()
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.data) == (503, b"not ready: run `reflect migrate`\n")
    with app.extensions["reflect"].database.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = :kept"), {"kept": kept})
        db.commit()


def test_it_is_alive_but_not_ready_when_the_database_is_gone(client, app):
    with unreachable(app):
        assert client.get("/health/live").status_code == 200
        assert client.get("/health/ready").status_code == 503
