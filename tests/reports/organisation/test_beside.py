"""Groups lie beside each other in the order of their names, and in no other."""

from datetime import date

from tests.reports.group.gathering import told
from tests.reports.organisation.gathering import NAMES, a_telling, groups, united


def test_groups_stand_in_the_order_in_which_people_look_names_up():
    best_last = [
        a_telling(name, told("domain:zien", f"{5 - number}.0")) for number, name in enumerate(NAMES)
    ]

    beside = groups(*best_last)

    assert beside.names == ("delft", "Élan", "Team 2", "Team 10", "Zoeterwoude")


def test_two_groups_of_one_name_are_told_apart_by_their_day():
    spring, autumn = (a_telling("Noord", closed=date(2026, month, 1)) for month in (4, 10))

    beside = groups(autumn, spring, a_telling("Zuid"), whole=united())

    assert beside.names == (
        "Noord (1 april 2026)",
        "Noord (1 oktober 2026)",
        "Zuid",
        "De hele organisatie",
    )
    assert (beside.first, beside.last) == (date(2026, 4, 1), date(2026, 11, 21))
