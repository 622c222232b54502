"""reflect staff: add a trainer or an administrator, or let one come in anew."""

import argparse
import re

from reflect.commands.instance import opened, told
from reflect.commands.refusal import Refused
from reflect.config import read_config
from reflect.language import now
from reflect.records import audit, employment, organisations, staff
from reflect.records.audit import OPERATOR, Event
from reflect.records.engine import Database, Session
from reflect.records.ring import KeyRing
from reflect.records.staff import ROLES, Staff

SUMMARY = "add a trainer or administrator, or let one choose a new password"
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
LONGEST = 200  # characters, of an organisation's name


def arguments(parser: argparse.ArgumentParser) -> None:
    """`add EMAIL --role ROLE --organisation NAME` and `reset EMAIL`."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = below.add_parser("add", help="give somebody a role, and a link to choose a password")
    adding.add_argument("email")
    adding.add_argument("--role", choices=ROLES, required=True)
    adding.add_argument("--organisation", required=True, metavar="NAME")
    resetting = below.add_parser("reset", help="end sessions, password and authenticator; a link")
    resetting.add_argument("email")
    resetting.add_argument(
        "--keep-authenticator",
        action="store_true",
        help="for who forgot the password alone: the authenticator and spare codes stay",
    )


def run(args: argparse.Namespace) -> int:
    """Do it, and print the link: it works once, for a day. Refused when it cannot be done."""
    config = read_config()
    with told():
        database = Database(config.database)
        token = _invited(database, opened(config, database), args)
    print(f"{config.origin}/staff/welcome/{token}")
    print("The link works once, and for 24 hours. Give it to nobody else.")
    if args.action == "reset" and not args.keep_authenticator:
        print("The authenticator is void too; another is set up after the new password.")
    return 0


def _invited(database: Database, ring: KeyRing, args: argparse.Namespace) -> str:
    at = now()
    with database.writing() as db:
        if args.action == "add":
            member = _added(db, ring, args)
            token, event = staff.reset(db, member, at), ("staff:invited", args.role)
        else:
            member, keep = _known(db, ring, args), args.keep_authenticator
            token = employment.renew(db, member, at, keep_factor=keep)
            event = ("staff:reset", "")
        audit.note(db, ring, Event(event[0], OPERATOR, member.id, event[1]), at)
        db.commit()
    return token


def _added(db: Session, ring: KeyRing, args: argparse.Namespace) -> Staff:
    name = " ".join(args.organisation.split())
    if not EMAIL.fullmatch(args.email):
        raise Refused(f"this is no e-mail address: {args.email}")
    if not 0 < len(name) <= LONGEST:
        raise Refused(f"an organisation has a name of 1 to {LONGEST} characters")
    place = organisations.called(db, name)
    if place is None:
        place = organisations.named(db, name)
        audit.note(db, ring, Event("organisation:made", OPERATOR, place.id), now())
    return staff.add(db, ring, args.email, args.role, place)


def _known(db: Session, ring: KeyRing, args: argparse.Namespace) -> Staff:
    member = staff.by_email(db, ring, args.email)
    if member is None:
        raise Refused(f"nobody here has this address: {args.email}")
    return member
