"""Groups beside each other, for the tests, and what a whole organisation was told."""

from decimal import Decimal

from reflect.disclosure import Figure
from reflect.language import language
from reflect.questionnaire import measures
from reflect.reports.group import Telling
from reflect.reports.organisation import Beside, by_name
from tests.reports.group.gathering import QUESTIONNAIRES, a_release
from tests.reports.making import everything

NAMES = ("Team 10", "Élan", "Team 2", "Zoeterwoude", "delft")


def a_telling(name, *figures, code="nl", of=None, **changes):
    release = a_release(*figures, of=of, group=name, moment=1, **changes)
    return Telling(release, of or everything(), language(code))


def groups(*tellings, whole=None):
    return Beside("Hogeschool X", by_name(tellings), whole)


def united(*figures, **changes):
    return a_telling("", *figures, scope="organisation", turn=3, **changes)


def told_in_all_ways(names):
    """Groups of these names beside each other, of each questionnaire: in part, and nothing."""
    bounds = (None, "at_least", "at_most")
    for number, questionnaire in enumerate(one for one in QUESTIONNAIRES if one.domains):
        asked = [one for one in measures(questionnaire) if not one.id.startswith("choice:")]
        figures = [
            Figure(one.id, one.low, one.high, Decimal(f"{one.low + 1}.0"), bounds[place % 3], "5-9")
            for place, one in enumerate(asked)
        ]
        code = ("nl", "en")[number % 2]
        made = {"of": questionnaire, "code": code}
        tellings = [
            a_telling(name, *figures[place % 3 :], **made) for place, name in enumerate(names)
        ]
        whole = united(*figures, **made) if number % 3 else None
        yield f"{questionnaire.id} {code} told", groups(*tellings, whole=whole)
        untold = [a_telling(name, **made) for name in names]
        yield f"{questionnaire.id} {code} untold", groups(*untold)
