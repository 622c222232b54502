"""What is kept, why, and for how long: a row for every table and column; `expiry` holds to it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """The term of a table, and why each of its columns is there."""

    term: str
    columns: Mapping[str, str]


PERSON_GOES = "as long as the person: 24 months after the last response"
RESPONSE_GOES = "as long as the response"
GROUP_GOES = "as long as the group"
STAFF_GOES = "as long as somebody works here"
NO_PERSON = "for ever: says nothing of a person"
ID = "an opaque id, so that rows can refer to it"

RETENTION: Mapping[str, Kept] = {
    "definition": Kept(
        NO_PERSON,
        {
            "fingerprint": "which version, exactly",
            "questionnaire": "which questionnaire",
            "version": "which version, in people's words",
            "body": "what was asked, so that old answers keep their meaning",
            "published": "the day it was imported: from then on anybody may begin with it",
        },
    ),
    "staged": Kept(
        "24 hours",
        {
            "id": ID,
            "staff_id": "whose upload",
            "fingerprint": "recognises the same file, uploaded twice",
            "text": "the file, to be looked at before it is published",
            "at": "when the term begins",
        },
    ),
    "instance": Kept(
        NO_PERSON,
        {"id": "the one row", "wrapped_ledger_key": "makes persons into subjects; proves the keys"},
    ),
    "organisation": Kept(
        NO_PERSON,
        {
            "id": ID,
            "name": "how it is called",
            "wrapped_pool_key": "opens what waits in its pool",
        },
    ),
    "staff": Kept(
        STAFF_GOES,
        {
            "id": ID,
            "lookup": "finds somebody by address without keeping it readable",
            "sealed_email": "the address, for an administrator",
            "password_hash": "signing in",
            "token_hash": "a first password; 24 hours",
            "token_until": "when that lapses",
        },
    ),
    "role": Kept(
        STAFF_GOES,
        {"id": ID, "staff_id": "who", "organisation_id": "where", "name": "may do what"},
    ),
    "person": Kept(
        PERSON_GOES,
        {
            "id": ID,
            "lookup": "finds somebody by the code, which is not kept",
            "wrapped_key": "opens the answers, with the code alone",
            "language": "the language of the pages",
            "since": "when the term begins for who never responds",
        },
    ),
    "session": Kept(
        "persons 30 minutes idle or 10 hours, staff 15 minutes or 8 hours",
        {
            "id": ID,
            "lookup": "finds the session by its token, which is not kept",
            "person_id": "who is signed in",
            "staff_id": "who is signed in",
            "sealed_key": "opens the answers, with the token alone",
            "created": "the absolute limit",
            "last_seen": "the idle limit",
        },
    ),
    "attempt": Kept(
        "an hour",
        {
            "id": ID,
            "kind": "a code, an account or an address",
            "lookup": "recognises it again without keeping it",
            "at": "within which window it counts",
        },
    ),
    "group": Kept(
        "as long as its releases",
        {
            "id": ID,
            "organisation_id": "whose group",
            "staff_id": "whose group",
            "fingerprint": "what is asked",
            "name": "how its trainer calls it",
            "cap": "how many may join, so that nobody is smuggled in",
            "created": "the order of a trainer's groups",
            "lookup": "finds the group by its join code",
            "sealed_code": "the join code, for its trainer",
            "wrapped_key": "opens contributions; destroyed after the last moment",
        },
    ),
    "moment": Kept(
        GROUP_GOES,
        {
            "id": ID,
            "group_id": "of which group",
            "number": "first, second, third",
            "phase": "before, after or later",
            "deadline": "when it closes by itself",
            "state": "planned, open, closing, closed",
            "opened": "the day it opened",
            "closed": "the day it closed",
            "next_try": "when closing may be tried again, so that nobody counts by trying",
        },
    ),
    "membership": Kept(
        PERSON_GOES,
        {
            "id": ID,
            "person_id": "who joined",
            "group_id": "what was joined",
            "counts": "whether the person wants to count in the picture of the group",
            "research": "whether the person agrees to research",
            "joined": "the day of that agreement",
        },
    ),
    "response": Kept(
        "drafts 90 days after the last touch; submitted " + PERSON_GOES,
        {
            "id": ID,
            "person_id": "whose answers",
            "moment_id": "at which moment of a group",
            "fingerprint": "to which questions",
            "phase": "before, after or later",
            "state": "draft or submitted",
            "revision": "the order of changes",
            "day": "when the term begins",
            "wrapped_key": "opens the answers, with the person's key",
            "snapshot": "the answers",
            "snapshot_revision": "which answers are newer",
            "receipt": "the same page for a second click",
        },
    ),
    "answer": Kept(
        "until the section is saved",
        {
            "response_id": "of which response",
            "revision": "the order of changes",
            "sealed": "what was typed",
        },
    ),
    "profile": Kept(
        RESPONSE_GOES, {"response_id": "of which response", "sealed": "scores and answers"}
    ),
    "contribution": Kept(
        "until the group's last moment is closed",
        {
            "response_id": "of which response",
            "moment_id": "at which moment",
            "sealed": "the measures, for the group's mean",
        },
    ),
    "pool": Kept(
        "12 months",
        {
            "id": ID,
            "organisation_id": "whose pool",
            "response_id": "goes when that goes",
            "fingerprint": "of which definition",
            "measure": "what was measured, and when",
            "day": "when the term begins",
            "sealed": "the value",
        },
    ),
    "release": Kept(
        NO_PERSON,
        {
            "id": ID,
            "moment_id": "of which moment",
            "turn": "the closing, or a later set",
            "published": "what was told",
            "entries": "what was told, as the ledger names it",
            "sealed_sums": "exact sums, for unions of groups",
        },
    ),
    "member": Kept(
        "for ever: without it, later releases could give people away",
        {
            "release_id": "of which release",
            "subject": "somebody, not to be traced back once erased",
            "exceptions": "what this one is not in",
        },
    ),
}
