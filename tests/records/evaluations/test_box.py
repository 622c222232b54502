"""Nobody finds out who gave what: not from the rows, and not from the files once it is closed."""

from sqlalchemy import select, text

from reflect.disclosure import FLOOR
from reflect.records import evaluations
from reflect.records.evaluations import Evaluation, Used
from reflect.records.groups import Wave
from tests.records.evaluations.attending import close, fill, join, number, told
from tests.records.making import AT, FINGERPRINT, HALF, SIGNALS, a_group
from tests.records.test_secrecy import on_disk


def test_nothing_tells_the_last_row_from_the_first(database, ring, wave):
    """Not its place, not its id, not its envelope, not the transaction that wrote it."""
    members = join(database, ring, wave, 12)
    fill(database, ring, wave, *members[:-1])
    with database.reading() as db:
        before = {(row.id, row.sealed) for row in db.scalars(select(Evaluation))}
    fill(database, ring, wave, members[-1], values={SIGNALS.id: 0 * HALF})

    with database.reading() as db:
        rows = db.scalars(select(Evaluation)).all()
        assert not {row.id for row in rows} & {row for row, _ in before}
        assert not {row.sealed for row in rows} & {sealed for _, sealed in before}
        assert [row.id for row in rows] == sorted(row.id for row in rows)
        if database.url.get_backend_name() == "postgresql":
            for table in ("evaluation", "used"):
                written = db.scalars(text(f'SELECT DISTINCT xmin::text FROM "{table}"')).all()  # noqa: S608 - our own names
                assert len(written) == 1, table


def test_the_last_to_come_lies_anywhere_among_the_others(database, ring, wave):
    members = join(database, ring, wave, 16)
    places = []
    for turn, person in enumerate(members):
        fill(database, ring, wave, person, values={SIGNALS.id: HALF * turn / len(members)})
        with database.reading() as db:
            held = [given[SIGNALS.id] for given in evaluations.given(db, ring, wave).values()]
        places.append(held[-1] == max(held))
    assert not all(places[1:])


def test_closing_destroys_the_secret_and_whatever_lay_under_it(database, ring, wave):
    members = join(database, ring, wave, FLOOR)
    fill(database, ring, wave, *members)
    close(database, ring, wave)

    assert number(database, wave) == (0, 0)
    with database.reading() as db:
        closed = db.get(Wave, wave.id)
        assert closed.wrapped_secret is None
        assert evaluations.given(db, ring, closed) == {}
        assert not evaluations.marked(db, ring, closed, members[0])


def test_after_closing_the_files_hold_nothing_of_it(sqlite, ring):
    with sqlite.writing() as db:
        wave = evaluations.launch(db, ring, a_group(db, ring).id, FINGERPRINT, AT)
        db.commit()
    members, seen = join(sqlite, ring, wave, FLOOR), {wave.wrapped_secret}
    for person in members:
        fill(sqlite, ring, wave, person)
        with sqlite.reading() as db:
            seen |= {*db.scalars(select(Evaluation.sealed)), *db.scalars(select(Used.digest))}
            seen |= {row.encode() for row in db.scalars(select(Evaluation.id))}
    assert all(each in on_disk(sqlite) for each in [wave.wrapped_secret])

    close(sqlite, ring, wave)

    found = on_disk(sqlite)
    assert len(seen) == 1 + 15 * 2 + 5
    assert [each for each in seen if each in found] == []
    assert told(sqlite, wave).figures


def test_rows_of_an_evaluation_do_not_lie_in_the_order_of_their_arrival(sqlite):
    with sqlite.reading() as db:
        made = db.scalars(
            text("SELECT sql FROM sqlite_master WHERE name IN ('evaluation', 'used')")
        ).all()
    assert len(made) == 2
    assert all("WITHOUT ROWID" in each for each in made)
