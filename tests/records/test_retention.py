"""Everything that is kept has a reason and a term, and it is said whom it is about."""

from string import Formatter

from sqlalchemy import LargeBinary

from reflect.records.retention import RETENTION, About
from reflect.records.tables import metadata

OUTLIVE = {"member"}  # no key leads from it to a person, so that it may stay


def places(text: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(text) if name}


def test_every_column_has_a_reason_and_every_table_a_term():
    kept = {
        table.name: {column.name for column in table.columns} for table in metadata.sorted_tables
    }

    assert {name: set(row.columns) for name, row in RETENTION.items()} == kept
    assert all(row.term and all(row.columns.values()) for row in RETENTION.values())


def test_a_term_says_the_lengths_that_are_counted_and_no_other():
    for name, row in RETENTION.items():
        assert places(row.term) == row.terms.keys(), name


def test_a_column_that_says_nothing_holds_bytes_or_a_hash():
    for name, row in RETENTION.items():
        columns = metadata.tables[name].columns
        assert row.keys <= set(columns.keys()), name
        plain = {key for key in row.keys if not isinstance(columns[key].type, LargeBinary)}
        assert plain <= {"password_hash", "subject"}, name


def test_what_is_about_a_person_goes_when_the_person_goes():
    gone, last = {"person"}, set()
    while gone != last:
        last = set(gone)
        for table in metadata.sorted_tables:
            keys = [key for key in table.foreign_keys if key.ondelete == "CASCADE"]
            if any(key.column.table.name in gone for key in keys):
                gone.add(table.name)

    about = {name for name, row in RETENTION.items() if row.about is About.PERSON}
    assert gone == about - OUTLIVE
