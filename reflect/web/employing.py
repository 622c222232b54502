"""Employing: the forms of an administrator about staff, and changes one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import abort
from wtforms import BooleanField, Field, StringField

from reflect.records import addresses, organisations, outbox, staff
from reflect.records.addresses import NotAnAddress
from reflect.records.engine import Session, alone
from reflect.records.outbox import Letter
from reflect.records.staff import ROLES, TOKEN_LIVES, Staff
from reflect.web import current
from reflect.web.days import wrong
from reflect.web.forms import Form


class RoleForm(Form):
    """Which role, and where."""

    role = StringField()
    organisation = StringField()

    def validate_role(self, field: Field) -> None:
        """One of the roles there are."""
        if field.data not in ROLES:
            wrong("colleagues.role_missing")

    def validate_organisation(self, field: Field) -> None:
        """One of the organisations there are."""
        if field.data not in places():
            wrong("colleagues.organisation_missing")


class InviteForm(RoleForm):
    """Who, with which role, and where."""

    email = StringField()

    def validate_email(self, field: Field) -> None:
        """An address."""
        try:
            addresses.read(field.data or "")
        except NotAnAddress:
            wrong("handing.email_wrong")


class LinkForm(Form):
    """Whether the authenticator is lost as well."""

    factor = BooleanField()


def places() -> dict[str, str]:
    """The organisations there are: id -> name."""
    return {one.id: one.name for one in organisations.every(current.db())}


def mail(db: Session, member: Staff, token: str) -> None:
    """The link goes out, where mail is sent; one that waited has lapsed, and does not go."""
    house, at = current.house(), current.now()
    if house.config.sends_mail:
        email, language = staff.email(member, house.ring), current.language().code
        letter = Letter("welcome", email, language, code=token, until=at + TOKEN_LIVES)
        outbox.drop(db, house.ring, [f"welcome {member.id}"])
        outbox.put(db, house.ring, letter, key=f"welcome {member.id}", at=at)


@contextmanager
def administering() -> Iterator[Session]:
    """A change by an administrator who is one still, and by one at a time.

    Nobody changes what is their own, so whoever does this stays: there is always one left.
    """
    with current.writing() as db:
        alone(db, "administering")
        if not any(role.name == "administrator" for role in staff.roles(db, me())):
            abort(404)
        yield db


def expect_another(staff_id: str) -> None:
    """Nobody changes what they may do themselves: 403."""
    if staff_id == me():
        abort(403)


def me() -> str:
    """The administrator who is there."""
    return current.staff().owner
