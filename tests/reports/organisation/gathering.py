"""Groups beside each other, for the tests, and what a whole organisation was told."""

from reflect.language import language
from reflect.reports.group import Telling
from reflect.reports.organisation import Beside, by_name
from tests.reports.group.gathering import a_release
from tests.reports.making import everything

NAMES = ("Team 10", "Élan", "Team 2", "Zoeterwoude", "delft")


def a_telling(name, *figures, code="nl", of=None, **changes):
    release = a_release(*figures, of=of, group=name, moment=1, **changes)
    return Telling(release, of or everything(), language(code))


def groups(*tellings, whole=None):
    return Beside("Hogeschool X", by_name(tellings), whole)


def united(*figures, **changes):
    return a_telling("", *figures, scope="organisation", turn=3, **changes)
