"""The ledger that is stored says the same as a ledger that was never put away."""

from random import Random

from reflect.disclosure import Entry, Ledger
from reflect.records.releases.ledger import ledger, remember
from reflect.records.releases.tables import Release
from tests.records.making import a_group, first

PEOPLE = [f"subject-{number}" for number in range(40)]
MEASURES = ["q/1/domain:signalen", "q/1/grade:cijfer"]


def test_random_releases_are_judged_as_by_a_ledger_in_memory(sqlite, ring):
    random = Random(4)  # noqa: S311 - a world to repeat, not a secret
    whole, verdicts = Ledger(), []
    with sqlite.writing() as db:
        for _ in range(60):
            among = random.sample(PEOPLE, random.randint(5, 14))
            absent = set(random.sample(among, random.choice([0, 0, 0, 1])))
            wished = [
                Entry.over(MEASURES[0], among),
                Entry.over(MEASURES[1], [each for each in among if each not in absent]),
            ]
            stored = ledger(db, among, 5)
            accepted = [entry for entry in wished if whole.accepts(entry)]
            assert accepted == [entry for entry in wished if stored.accepts(entry)]
            verdicts.append(len(accepted))
            if accepted:
                moment = first(db, a_group(db, ring, ("before",)))
                release = Release(moment_id=moment.id, published="{}", sealed_sums=b"")
                remember(db, release, accepted)
                for entry in accepted:
                    whole.add(entry)

    assert {0, 2} <= set(verdicts)
