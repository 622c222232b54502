"""What became of the transactions of a request: all ended, and what was changed was committed."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event
from sqlalchemy.orm import Session


@dataclass
class Watch:
    """Sessions that began and did not end, and those that ended with changes left uncommitted."""

    begun: set[int] = field(default_factory=set)
    undone: list[int] = field(default_factory=list)


class Here(threading.local):
    """The watch of this thread: requests of a test may run at the same time."""

    watch = Watch()


HERE = Here()


@contextmanager
def watched() -> Iterator[Watch]:
    """What the sessions of this thread do in the meantime."""
    before, HERE.watch = HERE.watch, Watch()
    try:
        yield HERE.watch
    finally:
        HERE.watch = before


@event.listens_for(Session, "after_begin")
def begun(session, _transaction, _connection):
    session.info.setdefault("watch", HERE.watch).begun.add(id(session))


@event.listens_for(Session, "after_flush")
def flushed(session, _flush):
    session.info["changed"] = True


@event.listens_for(Session, "do_orm_execute")
def executed(state):
    if not state.is_select:
        state.session.info["changed"] = True


@event.listens_for(Session, "after_commit")
def committed(session):
    session.info["changed"] = False


@event.listens_for(Session, "after_transaction_end")
def ended(session, transaction):
    """A fault undoes what was begun; a transaction that just ends had better be committed."""
    watch = session.info.get("watch")  # none where nothing was asked of the database
    if watch and transaction.parent is None:
        watch.begun.discard(id(session))
        if session.info.pop("changed", False) and sys.exc_info()[0] is None:
            watch.undone.append(id(session))
