"""What a night tells: who came late together, pools that hold enough, and unions."""

import json

from sqlalchemy import select

from reflect.disclosure import Release, solved
from reflect.records import groups, releases
from reflect.records.engine import Database
from reflect.records.releases import Night, Pool, Sight, ledger, staging
from reflect.records.releases.auditing import everything
from reflect.records.releases.pooling import draw_pool, ponds, record_pool
from tests.questionnaire.building import a_questionnaire, aside, domain, section, statement
from tests.records.making import AT, first
from tests.records.processes import at_once
from tests.records.releases.nights import (
    BY,
    DOMAIN,
    TIME,
    a_training,
    come,
    erase,
    means,
    read,
    shut,
    told,
)

FIVE = ["1/2"] * 5


def rows(database):
    """What is kept of pools."""
    with database.reading() as db:
        return [*db.scalars(select(Pool.id))]


def trainings(database, ring, *sizes, **more):
    """Groups that closed their one moment with so many."""
    with database.writing() as db:
        moments = [first(db, a_training(db, ring, phases=("before",), **more)) for _ in sizes]
        crowds = [
            come(db, ring, one, ["1/2"] * size) for one, size in zip(moments, sizes, strict=True)
        ]
        for moment in moments:
            db.get(groups.Moment, moment.id).deadline = AT.date().replace(day=1)
        db.commit()
    for moment in moments:
        shut(database, ring, moment)
    return moments, crowds


def of_all(database):
    with database.reading() as db:
        return every(db, "all")


def every(db, scope, **sight):
    """The unions of a scope that somebody sees."""
    seen = releases.unions(db, Sight(**{"staff_id": "", **sight}))
    return [one for one in read(union.told for union in seen) if one.scope == scope]


def test_small_groups_make_a_pool_that_is_told_and_is_part_of_the_union(
    database, ring, monkeypatch
):
    monkeypatch.setattr(ledger, "MANY", 2)  # more wait than one query may name
    trainings(database, ring, 6, 3, 4)

    told(database, ring)

    with database.reading() as db:
        assert db.scalars(select(Pool)).all() == []
        kinds = sorted(db.scalars(select(releases.Release.kind)))
        assert kinds == ["moment"] * 3 + ["pool"] + ["union"] * 2
    (union,) = of_all(database)
    assert (union.scope, union.turn, union.group, union.organisation) == ("all", 1, "", "")
    assert {one.people for one in union.figures} == {"10-14"}
    assert means(union) == {DOMAIN: "3.0", TIME: "3.0"}


def test_what_a_pool_took_waits_on_unless_it_was_told_and_then_goes(database, ring):
    trainings(database, ring, 3, 4)

    def waiting():
        with database.reading() as db:
            return ponds(db, 5)

    (pond,) = waiting()
    with database.reading() as db:
        first, second = (draw_pool(db, ring, pond, BY, AT.date()) for _ in range(2))
    for drawn in (first, second):  # another night took it all a moment before
        staging.stage(database, drawn)
    assert waiting() == []
    for drawn, is_told in ((second, False), (first, True)):
        with database.writing() as db:
            assert record_pool(db, drawn) is is_told
            db.commit()
        staging.clear(database, drawn)

    assert len(rows(database)) == 14  # killed here
    assert told(database, ring) == 0
    assert rows(database) == []


def test_what_was_taken_for_nothing_waits_on(database, ring):
    trainings(database, ring, 3, 4)
    with database.reading() as db:
        (pond,) = ponds(db, 5)
        drawn = draw_pool(db, ring, pond, BY, AT.date())
    staging.stage(database, drawn)

    staging.clear(database, drawn)

    assert told(database, ring) == 1
    assert rows(database) == []


def test_a_pool_of_who_was_erased_is_smaller(database, ring):
    _, (three, _) = trainings(database, ring, 3, 2)
    erase(database, three[0])

    assert told(database, ring) == 0


def test_a_night_after_which_nothing_came_tells_nothing(database, ring):
    trainings(database, ring, 6, 7)
    assert told(database, ring) == 1

    assert told(database, ring) == 0


def test_a_union_grows_with_what_is_told_and_the_newest_is_served(database, ring):
    trainings(database, ring, 6, 7)
    told(database, ring)
    trainings(database, ring, 12)
    told(database, ring)

    (union,) = of_all(database)
    assert (union.turn, {one.people for one in union.figures}) == (2, {"25+"})


def test_each_trainer_and_organisation_has_a_union(database, ring):
    trainings(database, ring, 6, 7)
    (lone,), _ = trainings(database, ring, 5, trainer="b@example.org")
    told(database, ring)

    with database.reading() as db:
        groups_ = {one.staff_id: one for one in db.scalars(select(groups.Group))}
        alone = db.get_one(groups.Group, lone.group_id).staff_id
        house = groups_[alone].organisation_id
        eyes = {staff: {"staff_id": staff, "trains": [house]} for staff in groups_}
        counts = {staff: len(every(db, "trainer", **sight)) for staff, sight in eyes.items()}
        (union,) = every(db, "organisation", administers=[house])
        assert every(db, "organisation") == []
        assert every(db, "trainer", staff_id=groups_[alone].staff_id) == []
    assert counts == {staff: int(staff != alone) for staff in groups_}
    assert union.organisation == "Hogeschool"


def test_versions_are_added_up_where_they_ask_the_same(database, ring):
    reworded = statement("a1")
    reworded["text"] = {"nl": "Anders gevraagd."}
    newer = a_questionnaire(
        section("een", reworded, aside("tijd", "eens", "context")), domains=[domain()], version=2
    )
    trainings(database, ring, 6)
    trainings(database, ring, 7, asked=newer)

    told(database, ring)

    (union,) = of_all(database)
    people = {one.measure: one.people for one in union.figures}
    assert (union.version, people) == (2, {DOMAIN: "5-9", TIME: "10-14"})


def test_a_set_that_was_told_as_a_bound_is_in_no_union(database, ring):
    with database.writing() as db:
        extreme = first(db, a_training(db, ring, phases=("before",)))
        come(db, ring, extreme, ["0"] * 6)
        db.commit()
    shut(database, ring, extreme)
    trainings(database, ring, 6, 7)

    told(database, ring)

    (union,) = of_all(database)
    people = {one.measure: one.people for one in union.figures}
    assert people == {DOMAIN: "10-14", TIME: "15-24"}


def test_nights_and_closings_by_several_processes_at_once_tell_everything_once(database, ring):
    moments, _ = trainings(database, ring, 6, 3, 4, 7)
    with database.writing() as db:
        open_ = [first(db, a_training(db, ring, phases=("before",))) for _ in range(2)]
        shared = come(db, ring, open_[0], ["1/2"] * 6)
        come(db, ring, open_[1], FIVE, shared[:5])
        db.commit()
    url = database.url.render_as_string(hide_password=False)

    at_once(
        work_there,
        *[(url, ring, None)] * 2,
        *[(url, ring, moment.id) for moment in open_],
    )
    told(database, ring)

    with database.reading() as db:
        shown = [len(releases.of_moment(db, one.id)["figures"]) for one in open_]
        (union,) = every(db, "all")
        pools = db.scalars(select(releases.Release).filter_by(kind="pool")).all()
        entries = everything(db)
    assert sorted(shown) == [0, 2]
    assert len(pools) == 1
    assert {one.people for one in union.figures} == {"25+"}
    assert not solved(entries)
    assert len(moments) == 4


def work_there(url, ring, moment_id):
    database = Database(url)
    if moment_id:
        releases.close(database, ring, moment_id, BY, AT)
    else:
        releases.tell(Night(database, ring, 5, AT.date()))


def test_every_stored_release_reads(database, ring):
    trainings(database, ring, 12, 3, 3)
    told(database, ring)

    with database.reading() as db:
        stored = [one.published for one in db.scalars(select(releases.Release))]
    assert len(stored) == 6
    assert all(Release.from_json(json.loads(one)) for one in stored)
