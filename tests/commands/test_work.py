"""`reflect work` closes at the deadline and deletes at the term."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from reflect.commands import main
from reflect.config import folder
from reflect.questionnaire import Library
from reflect.records import (
    definitions,
    evaluations,
    groups,
    memberships,
    releases,
    responses,
    terms,
)
from reflect.records.groups import Plan
from reflect.records.responses import Contribution, Submission
from tests.records.making import COUNTS, a_group, a_person

YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
def here(sqlite, tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    return sqlite


def a_due_group(db, ring, people):
    """A group of Onveiligheid opheffen whose only deadline was yesterday."""
    made = a_group(db, ring)
    wanted = Library.read(folder("questionnaires")).latest("onveiligheid-opheffen")
    plan = Plan(
        name="Voorjaar",
        organisation_id=made.organisation_id,
        staff_id=made.staff_id,
        fingerprint=definitions.pin(db, wanted),
        moments=[("after", YESTERDAY.date())],
        cap=20,
    )
    group = groups.create(db, ring, plan, YESTERDAY)
    moment = groups.moments(db, group.id)[0]
    for number in range(people):
        me = a_person(db, ring)
        memberships.join(db, me.person_id, group.id, COUNTS, YESTERDAY)
        response = responses.start(db, me, moment.id, YESTERDAY)
        given = {"domain:signalen": Fraction(number, people)}
        responses.submit(db, ring, me, Submission(response.id, 0, {}, given), YESTERDAY)
    return moment


def test_a_moment_past_its_deadline_is_closed_and_its_contributions_are_gone(here, ring, capsys):
    with here.writing() as db:
        moment = a_due_group(db, ring, people=6)
        db.commit()

    assert main(["work"]) == 0

    assert "Moments closed: 1." in capsys.readouterr().out
    with here.reading() as db:
        assert releases.of_moment(db, moment.id)["figures"]
        assert not db.query(Contribution).count()
    assert main(["work"]) == 0
    assert "Moments closed: 0." in capsys.readouterr().out


def test_a_contribution_that_does_not_open_is_told_and_stops_nothing_else(here, ring, capsys):
    with here.writing() as db:
        broken = a_due_group(db, ring, people=5)
        whole = a_due_group(db, ring, people=5)
        spoilt = db.query(Contribution).filter_by(moment_id=broken.id).first()
        spoilt.sealed = spoilt.sealed[:-1] + bytes([spoilt.sealed[-1] ^ 1])
        db.commit()

    assert main(["work"]) == 0

    told = capsys.readouterr()
    assert "Moments closed: 1." in told.out
    assert "cannot be closed" in told.err
    with here.reading() as db:
        assert releases.of_moment(db, whole.id)
        assert releases.of_moment(db, broken.id) is None


@pytest.mark.usefixtures("here", "ring")
def test_without_its_keys_nothing_is_touched(tmp_path, capsys):
    (tmp_path / "keys" / "0001.key").unlink()
    assert main(["work"]) == 1
    assert "no keys" in capsys.readouterr().err


def test_a_database_that_is_none_is_told_in_a_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("REFLECT_DATABASE_URL", "nothing")
    assert main(["work"]) == 1
    assert capsys.readouterr().err.startswith("reflect: ")


def test_without_an_instance_there_is_nothing_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "none"))
    assert main(["work"]) == 1
    assert "run `reflect migrate` first" in capsys.readouterr().err


def test_an_evaluation_past_its_term_is_closed_and_too_few_answers_are_gone(here, ring, capsys):
    wanted = Library.read(folder("questionnaires")).latest("training-evaluatie")
    with here.writing() as db:
        group, me = a_group(db, ring), a_person(db, ring)
        memberships.join(db, me.person_id, group.id, COUNTS, YESTERDAY)
        long_ago = YESTERDAY - terms.EVALUATION.length
        wave = evaluations.launch(db, ring, group.id, definitions.pin(db, wanted), long_ago)
        evaluations.fill(db, ring, me.person_id, wave.id, {"grade:cijfer": Fraction(1)})
        db.commit()

    assert main(["work"]) == 0

    assert "Moments closed: 1." in capsys.readouterr().out
    with here.reading() as db:
        withheld = releases.of_moment(db, wave.id)["withheld"]
        assert {one["reason"] for one in withheld} == {"too_few"}
        assert not evaluations.numbers(db, [wave.id])[wave.id]
