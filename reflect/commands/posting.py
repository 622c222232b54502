"""What is to be mailed, mailed: reminders that are due, and whatever else waits in the outbox."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage

from reflect.commands.progress import watched
from reflect.config import Config
from reflect.post import Letter, Outcome, Postman, Server, message
from reflect.records import outbox, recovery, reminders
from reflect.records.engine import Database
from reflect.records.outbox import Claimed
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable


@dataclass
class Round:
    """One round of the postman: with what, and what came of it."""

    config: Config
    database: Database
    ring: KeyRing
    clock: Callable[[], datetime]
    sent: int = 0
    troubles: list[str] = field(default_factory=list)


def post(here: Round) -> None:
    """Write the reminders that are due and deliver what waits; without a mail server, nothing."""
    if not here.config.sends_mail:
        return
    with Postman(server(here.config)) as postman:
        is_more = True
        while is_more:
            is_more = _remind(here)
            is_more &= _deliver(here, postman)
    for trouble in here.troubles:
        print(f"reflect: {trouble}", file=sys.stderr)


def _remind(here: Round) -> bool:
    """Write a portion of the reminders that are due; whether there are more."""
    at = here.clock()
    with here.database.writing() as db:
        here.troubles += reminders.enqueue(db, here.ring, at)
        db.commit()
        return reminders.are_due(db, at)


def _deliver(here: Round, postman: Postman) -> bool:
    """Bring what waits; False when the server is down."""
    with here.database.reading() as db:
        waiting = outbox.due(db, here.clock())
    for claimed in watched(_claimed(here), max(waiting, 1)):
        outcome = postman.deliver(_mail(here, claimed))
        _note(here, claimed, outcome)
        if outcome.state == "down":
            return False
    return True


def _claimed(here: Round) -> Iterator[Claimed]:
    """Letters that are ours, one by one; a question is answered before it is sent."""
    while True:
        with here.database.writing() as db:
            try:
                claimed = outbox.claim(db, here.ring, here.clock())
                if claimed is not None and claimed.letter.kind == recovery.ASKED:
                    claimed = recovery.answer(db, here.ring, claimed, here.clock())
            except Unreadable as fault:
                db.commit()  # it waits a while, and keeps no other letter waiting
                here.troubles.append(f"a letter cannot be sent: {fault}")
                continue
            db.commit()
        if claimed is None:
            return
        yield claimed


def _note(here: Round, claimed: Claimed, outcome: Outcome) -> None:
    """Sent and refused letters are gone; the others are tried again, and at last given up."""
    with here.database.writing() as db:
        if outcome.state in ("sent", "refused"):
            outbox.done(db, claimed.id)
            is_kept = outcome.state == "sent"
        else:
            is_kept = outbox.later(db, claimed.id, here.clock())
        db.commit()
    if outcome.state == "sent":
        here.sent += 1
    if outcome.state == "down":
        here.troubles.append(f"the mail server does not do what it should: {outcome.why}")
    if not is_kept:
        here.troubles.append(f"a letter was given up: {outcome.why}")


def _mail(here: Round, claimed: Claimed) -> EmailMessage:
    letter = claimed.letter
    whole = Letter(
        id=claimed.id,
        kind=letter.kind,
        to=letter.to,
        language=letter.language,
        code=letter.code,
        tokens=letter.tokens,
        stop=letter.stop,
    )
    config = here.config
    return message(whole, sender=config.mail_sender, site=config.origin, at=here.clock())


def server(config: Config) -> Server:
    """The mail server of the settings."""
    return Server(
        host=config.mail_host,
        port=config.mail_port,
        security=config.mail_security,
        user=config.mail_user,
        password=config.mail_password,
    )
