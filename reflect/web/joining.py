"""Joining a group with what somebody wishes, and giving again what was withheld before."""

from datetime import datetime

from reflect.questionnaire import Profile, contribution
from reflect.records import memberships, responses
from reflect.records.engine import Session
from reflect.records.groups import Group
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from reflect.records.responses.tables import SUBMITTED
from reflect.web import current, noting


def join(db: Session, me: Opened, group: Group, wishes: Wishes, at: datetime) -> None:
    """Become a member, or change one's wishes; who counts after all, counts with what there is."""
    is_new = memberships.join(db, me.person_id, group.id, wishes, at)
    if wishes.counts:
        _give_all(db, me, group)
    if is_new:
        noting.note_person(db, "agreed")


def _give_all(db: Session, me: Opened, group: Group) -> None:
    moments = {moment.id for _, of, moment in memberships.of(db, me.person_id) if of.id == group.id}
    for own in responses.of(db, me.person_id):
        if own.moment_id in moments and own.state == SUBMITTED:
            _give(db, me, own.id)


def _give(db: Session, me: Opened, response_id: str) -> None:
    _, plain = responses.profile(db, me, response_id)
    profile = Profile.from_json(plain)
    shares = contribution(current.questionnaire(profile.fingerprint), profile)
    responses.contribute(db, current.house().ring, me, response_id, shares)
