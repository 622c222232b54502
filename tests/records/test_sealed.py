"""The list of what is sealed knows every column of bytes, and each has a place of its own."""

import pytest
from sqlalchemy import LargeBinary, func, select

from reflect.records.base import DIGEST
from reflect.records.sealed import SEALED, Apart, envelopes, lookups
from reflect.records.tables import metadata
from reflect.records.within import WITHIN
from tests.records.everything import fill


def test_every_column_of_bytes_is_on_the_list_and_nothing_else():
    """Whoever adds one says which key makes it: else rotation would forget it."""
    kept = {
        table.name: {
            column.name for column in table.columns if isinstance(column.type, LargeBinary)
        }
        for table in metadata.sorted_tables
    }

    assert {name: set(columns) for name, columns in SEALED.items()} == {
        name: columns for name, columns in kept.items() if columns
    }


@pytest.mark.parametrize("table", [table for table in SEALED if envelopes(table)])
def test_no_two_envelopes_of_a_row_stand_in_one_place(table):
    row = {column.name: f"of {column.name}" for column in metadata.tables[table].columns}
    places = [seal.place(row) for seal in envelopes(table).values()]

    assert len(set(places)) == len(places)
    assert {place.table for place in places} == {table}
    assert len(metadata.tables[table].primary_key) == 1, "rotation goes through it by its id"


def test_what_is_found_by_a_key_of_the_ring_tells_its_number():
    for table in SEALED:
        for name in lookups(table):
            assert metadata.tables[table].columns[name].type.length == DIGEST, (table, name)


def test_the_tests_of_keys_have_rows_in_every_table_that_is_sealed(sqlite, ring):
    fill(sqlite, ring)

    with sqlite.reading() as db:
        empty = [
            table
            for table in metadata.sorted_tables
            if (envelopes(table.name) or table.name in WITHIN)
            and not db.scalars(select(func.count()).select_from(table)).one()
        ]
    assert [table.name for table in empty] == []


def test_what_no_key_of_the_ring_makes_says_what_does():
    kinds = [seal for columns in SEALED.values() for seal in columns.values()]

    assert all(seal.by for seal in kinds if isinstance(seal, Apart))
