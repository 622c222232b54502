"""Everything that is kept has a reason and a term."""

from reflect.records.retention import RETENTION
from reflect.records.tables import metadata


def test_every_column_has_a_reason_and_every_table_a_term():
    kept = {
        table.name: {column.name for column in table.columns} for table in metadata.sorted_tables
    }

    assert {name: set(row.columns) for name, row in RETENTION.items()} == kept
    assert all(row.term and all(row.columns.values()) for row in RETENTION.values())
