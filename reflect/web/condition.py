"""The condition of this instance, for who asks by way of the web: its pages, and its metrics."""

from reflect.records import condition
from reflect.records.condition import Condition
from reflect.web import current


def conditions() -> list[Condition]:
    """Every part, in the order of their weight."""
    house, db, at = current.house(), current.db(), current.now()
    config = house.config
    return [
        *condition.tables(db),
        condition.keys(house.ring),
        *condition.routine(db, at),
        condition.disk(config.instance),
        condition.mail(db, at, is_sent=config.sends_mail),
        condition.names(are_there=config.is_named),
    ]
