"""Members of a group in their own browsers."""

from reflect.records import sessions
from reflect.records.people import Opened
from tests.web.training import Training


def a_browser_of(training: Training, me: Opened):
    """A browser in which somebody is signed in."""
    with training.house.database.writing() as db:
        at = training.house.clock()
        token = sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=at)
        db.commit()
    browser = training.app.test_client()
    browser.set_cookie("session", token, domain="127.0.0.1")
    return browser
