"""Somebody who saves one answer after another until told to stop, and prints what each took."""

import json
import select
import sys
import time
from pathlib import Path

import crowds

from reflect.commands.instance import prepare
from reflect.config import read_config
from reflect.language import now
from reflect.records import memberships, people, responses
from reflect.records.groups import Moment
from reflect.records.memberships import Wishes
from reflect.records.responses import Edit

PAUSE = 0.02  # seconds between two answers
COUNTS = Wishes(counts=True, research=False)


def main() -> None:
    """In the instance that the command line names: when each was saved, and its seconds."""
    ring, database = prepare(read_config(instance=Path(sys.argv[1])))
    moment = crowds.open_group(database, ring, "after")
    with database.writing() as db:
        person, key, _ = people.create(db, ring, language="nl", at=now())
        me = people.Opened(person.id, key)
        memberships.join(db, me.person_id, db.get_one(Moment, moment).group_id, COUNTS, now())
        response = responses.start(db, me, moment, now()).id
        db.commit()
    saved: list[tuple[float, float]] = []
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        at = time.time()
        with database.writing() as db:
            read = responses.sheet(db, me, response, lock=True)
            responses.add(db, read, Edit({"a1": len(saved) % 5 + 1}), now())
            db.commit()
        saved.append((at, time.time() - at))
    print(json.dumps(saved))


if __name__ == "__main__":
    main()
