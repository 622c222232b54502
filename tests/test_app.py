"""The app is put together only on an instance that was made ready."""

from datetime import UTC, datetime

import pytest
from flask import request
from sqlalchemy import text

from reflect.app import create_app
from reflect.config import read_config
from reflect.records.engine import Database, DatabaseFault
from reflect.records.migration import migrate
from reflect.records.ring import KeyRingFault
from tests.web.reflecting import SITE


def test_an_empty_database_is_not_served(tmp_path):
    with pytest.raises(DatabaseFault, match="run `reflect migrate` first"):
        create_app(instance=tmp_path)


def test_a_database_of_another_version_is_not_served(sqlite, tmp_path):
    with sqlite.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        db.commit()
    with pytest.raises(DatabaseFault, match="run `reflect migrate` first"):
        create_app(instance=tmp_path)


@pytest.mark.usefixtures("ring")
def test_without_its_keys_a_database_is_not_served(sqlite, tmp_path):
    (tmp_path / "keys" / "0001.key").rename(tmp_path / "elsewhere")
    with pytest.raises(KeyRingFault, match="put them back"):
        create_app(instance=tmp_path)
    sqlite.close()


def test_settings_come_ready_made_too_and_the_clock_is_that_of_the_world(tmp_path):
    config = read_config(instance=tmp_path)
    database = Database(config.database)
    migrate(database)
    database.close()
    app = create_app(config)
    house = app.extensions["reflect"]
    assert house.config is config
    assert abs((house.clock() - datetime.now(UTC)).total_seconds()) < 5
    assert not app.debug
    house.database.close()


def test_the_door_of_the_server_is_an_app(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    database = Database(read_config().database)
    migrate(database)
    database.close()
    import wsgi  # noqa: PLC0415 - it makes the app when it is imported

    assert wsgi.app.test_client().get("/", base_url=SITE).status_code == 200
    wsgi.app.extensions["reflect"].database.close()


@pytest.mark.usefixtures("ring")
@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "3.3.3.3"), (2, "2.2.2.2")])
def test_as_many_proxies_are_believed_as_there_are(sqlite, tmp_path, proxies, seen):
    app = create_app(instance=tmp_path, proxies=proxies)
    told = []
    app.before_request(lambda: told.append((request.remote_addr, request.host)))
    said = {"X-Forwarded-For": "1.1.1.1, 2.2.2.2, 3.3.3.3", "X-Forwarded-Host": "evil.example"}
    app.test_client().get("/", base_url=SITE, headers=said)
    assert told == [(seen, "127.0.0.1:8000")]
    app.extensions["reflect"].database.close()
    sqlite.close()
