"""Whatever grows is found by whom it is of: that key comes first in an index of its table."""

from reflect.records.tables import metadata

OWNERS = ("person", "group", "organisation", "staff", "moment", "response", "release", "contact")
NOBODYS = {  # tables in which nothing is of anybody, and why they may be looked through
    "attempt": "found by what was tried, and gone in a day",
    "audit": "found by its place in a chain",
    "audit_head": "two rows",
    "contact": "found by the address: it leads to nobody",
    "definition": "a row a version of a questionnaire",
    "instance": "one row",
    "organisation": "an owner itself, and few",
    "person": "an owner itself",
    "ring": "a row a key",
    "staff": "an owner itself, and few",
}
ELSEWHERE = {  # keys that no index begins with, and why
    ("pool", "organisation_id"): "is found by its measure, and goes with its response or release",
}


def firsts(table) -> set[str]:
    """The columns that an index begins with, or a key."""
    keys = [one.columns for one in table.constraints if type(one).__name__ in KEYS]
    return {next(iter(columns)).name for columns in [*keys, *(i.columns for i in table.indexes)]}


KEYS = ("PrimaryKeyConstraint", "UniqueConstraint")


def owned(table) -> set[str]:
    """The columns that say whose a row is."""
    return {key.parent.name for key in table.foreign_keys if key.column.table.name in OWNERS}


def test_every_table_has_an_owner_or_a_reason():
    assert {one.name for one in metadata.sorted_tables if not owned(one)} == set(NOBODYS)


def test_the_key_of_every_owner_comes_first_in_an_index():
    found = {(one.name, key) for one in metadata.sorted_tables for key in owned(one) - firsts(one)}
    assert found == set(ELSEWHERE)
