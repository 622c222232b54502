"""What people took back after a backup was made is not brought back by it."""

import pytest
from sqlalchemy import func, select

from reflect.records import backup as records
from reflect.records import erasure, memberships, people, recovery, reminders, responses
from reflect.records.backup import ERASED, Erasures, forget
from reflect.records.backup.erasures import IDS, listed
from reflect.records.groups import Membership
from reflect.records.people import Person
from reflect.records.recovery import Recovery
from reflect.records.reminders import Contact
from reflect.records.responses import Contribution, Response
from reflect.records.ring import KeyRing
from tests.records.everything import BOX, fill
from tests.records.making import AT, COUNTS, DAY, a_group, a_member, a_person, first


@pytest.fixture
def noted(yard):
    """The instance as the app runs it."""
    list_of = Erasures(yard.root / ERASED, yard.place.ring)
    yard.place.database.before_commit = list_of.keep
    yield list_of
    yard.place.database.before_commit = None


def number(database, table, *where):
    with database.reading() as db:
        return db.scalars(select(func.count()).select_from(table).where(*where)).one()


def brought_back(yard, file, lists):
    """The old backup, restored beside these lists."""
    place, keys = yard.another()
    if lists:
        Erasures(lists, yard.place.ring).copy(place.instance / ERASED)
    restored = records.restore(place, keys, file, AT)
    return place.database, restored.erased


def test_whoever_erased_everything_stays_erased(yard, noted):
    here, database = fill(yard.place.database, yard.place.ring), yard.place.database
    file, before = yard.backup(), number(database, Person)
    with database.writing() as db:
        erasure.erase(db, yard.place.ring, here.me)
        db.commit()

    forgetful, none = brought_back(yard, file, None)
    copy, erased = brought_back(yard, file, noted.folder)

    assert (number(forgetful, Person), none) == (before, 0)
    assert number(copy, Person) == before - 1
    for table in (Contact, Recovery):
        assert number(forgetful, table) == 1
        assert number(copy, table) == 0
    assert number(copy, Response, Response.person_id == here.me.person_id) == 0
    assert erased == 2


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_each_thing_that_was_taken_back_stays_so(yard, noted):
    database, ring = yard.place.database, yard.place.ring
    with database.writing() as db:
        moment = first(db, a_group(db, ring))
        gone, left, silent, whole = (a_member(db, ring, moment) for _ in range(4))
        reminders.remember(db, ring, whole.me, BOX)
        recovery.begin(db, ring, whole.me, BOX, AT)
        db.commit()
    file = yard.backup()
    with database.writing() as db:
        responses.erase(db, gone.me.person_id, gone.response_id)
        memberships.withdraw(db, left.me.person_id, moment.group_id)
        wishes = memberships.Wishes(counts=False, research=False)
        memberships.join(db, silent.me.person_id, moment.group_id, wishes, AT)
        reminders.forget(db, whole.me)
        recovery.off(db, ring, whole.me.person_id, "nl", AT)
        db.commit()

    copy, erased = brought_back(yard, file, noted.folder)

    assert erased == 5
    assert number(copy, Person) == 4
    assert number(copy, Response) == 3
    assert number(copy, Membership) == 3
    assert number(copy, Membership, Membership.counts) == 2
    assert number(copy, Contribution) == 1
    assert number(copy, Contact) == number(copy, Recovery) == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_list_says_neither_who_nor_what(yard, noted):
    with yard.place.database.writing() as db:
        me = a_person(db, yard.place.ring)
        people.erase(db, me.person_id)
        db.commit()

    (file,) = noted.folder.iterdir()
    assert me.person_id not in file.read_text()
    assert len(file.read_text().split()) == 1
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_is_undone_is_not_listed_and_what_cannot_be_listed_is_not_done(yard, noted):
    database = yard.place.database
    with database.writing() as db:
        me = a_person(db, yard.place.ring)
        db.commit()
    with database.writing() as db:
        people.erase(db, me.person_id)
    assert not noted.folder.exists()

    noted.folder.write_text("no folder")
    with database.writing() as db:
        people.erase(db, me.person_id)
        with pytest.raises(OSError, match="exists"):
            db.commit()
    assert number(database, Person) == 1


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_who_joined_again_after_leaving_is_not_sent_away(yard, noted):
    database, ring = yard.place.database, yard.place.ring
    with database.writing() as db:
        moment, me = first(db, a_group(db, ring)), a_person(db, ring)
        memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
        memberships.withdraw(db, me.person_id, moment.group_id)
        memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
        db.commit()

    copy, erased = brought_back(yard, yard.backup(), noted.folder)

    assert erased == 0
    assert number(copy, Membership, Membership.counts) == 1


def test_a_copy_adds_to_what_an_instance_before_left_and_follows_no_link(tmp_path):
    here, there = Erasures(tmp_path / "here", KeyRing({})), tmp_path / "there"
    here.folder.mkdir()
    there.mkdir()
    (here.folder / "2026-11-21").write_text("cd\nef\n")
    (there / "2026-11-21").write_text("ab\ncd\n")
    for _ in range(2):
        here.copy(there)
    assert sorted((there / "2026-11-21").read_text().split()) == ["ab", "cd", "ef"]

    (here.folder / "2026-11-22").write_text("ab\n")
    (there / "2026-11-22").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"):
        here.copy(there)
    assert not (tmp_path / "elsewhere").exists()


def test_a_list_goes_when_no_backup_can_bring_anything_again(tmp_path):
    for day in ("2026-10-15", "2026-10-17", "2026-11-21"):
        (tmp_path / day).write_text("ab\n")

    forget(tmp_path, AT, 36 * DAY)

    assert sorted(each.name for each in tmp_path.iterdir()) == ["2026-10-17", "2026-11-21"]
    assert listed([tmp_path, tmp_path / "nowhere"]) == {"ab"}
    assert set(IDS) == {"person", "response", "membership", "counts", "contact", "recovery"}
