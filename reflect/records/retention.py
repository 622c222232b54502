"""What is kept, about whom, why, and for how long: a row for every table and column.

`expiry` deletes by its terms, the page about privacy tells them, and whoever takes everything
along is handed every column that is about a person.
"""

from collections.abc import Mapping

from reflect.records import terms
from reflect.records.audit.kept import LOG
from reflect.records.housekeeping import OTHERS
from reflect.records.kept import ID, About, Kept
from reflect.records.mailing import MAIL

__all__ = ["RETENTION", "About", "Kept"]

PERSON_GOES = "as long as the person: {person} after somebody last took part"
PERSON_TERM = {"person": terms.PERSON}
RESPONSE_GOES = "as long as the response"

RETENTION: Mapping[str, Kept] = {
    "person": Kept(
        PERSON_GOES,
        {
            "id": ID,
            "lookup": "finds somebody by the code, which is not kept",
            "wrapped_key": "opens the answers, with the code alone",
            "language": "the language of the pages",
            "since": "when the term begins for who never responds",
            "sealed_contact": "leads to the address for reminders, or to none, by the person's key",
        },
        about=About.PERSON,
        terms=PERSON_TERM,
        keys=frozenset({"lookup", "wrapped_key"}),
    ),
    "recovery": Kept(
        PERSON_GOES + "; without proof of the address {secret}; or switched off",
        {
            "id": ID,
            "person_id": "whose answers the address may open",
            "lookup": "finds it by the address that is typed",
            "sealed_email": "the address",
            "wrapped_key": "opens the answers, for who reads that mailbox",
            "secret_hash": "a check code or a link that was mailed",
            "until": "when that lapses",
        },
        about=About.PERSON,
        terms={**PERSON_TERM, "secret": terms.MAIL_SECRET},
        keys=frozenset({"lookup", "wrapped_key", "secret_hash"}),
    ),
    "session": Kept(
        "persons {idle} idle or {most}, staff {staff_idle} or {staff_most}",
        {
            "id": ID,
            "lookup": "finds the session by its token, which is not kept",
            "person_id": "who is signed in",
            "staff_id": "who is signed in",
            "sealed_key": "opens the answers, with the token alone",
            "sealed_looks": "what the device looks like, in the list of where one is signed in",
            "created": "the absolute limit",
            "last_seen": "the idle limit",
            "confirmed": "when staff last gave a code, before anything that weighs heavily",
        },
        about=About.PERSON,
        terms={
            "idle": terms.IDLE,
            "most": terms.SIGNED_IN,
            "staff_idle": terms.STAFF_IDLE,
            "staff_most": terms.STAFF_SIGNED_IN,
        },
        keys=frozenset({"lookup", "sealed_key"}),
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
        about=About.PERSON,
        terms=PERSON_TERM,
    ),
    "response": Kept(
        "drafts {draft} after the last touch; submitted " + PERSON_GOES,
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
        about=About.PERSON,
        terms={"draft": terms.DRAFT, **PERSON_TERM},
        keys=frozenset({"wrapped_key"}),
    ),
    "answer": Kept(
        "until the section is saved, and no longer than its draft",
        {
            "response_id": "of which response",
            "revision": "the order of changes",
            "sealed": "what was typed",
        },
        about=About.PERSON,
    ),
    "profile": Kept(
        RESPONSE_GOES,
        {"response_id": "of which response", "sealed": "scores and answers"},
        about=About.PERSON,
    ),
    "goal": Kept(
        RESPONSE_GOES,
        {
            "response_id": "of which response",
            "sealed": "what somebody means to do, when, with whom, and what came of it",
        },
        about=About.PERSON,
    ),
    "contribution": Kept(
        "until the group's last moment is closed",
        {
            "response_id": "of which response",
            "moment_id": "at which moment",
            "turn": "whether it counts since the closing, or with those who came later",
            "sealed": "the measures, for the group's mean",
        },
        about=About.PERSON,
    ),
    "pool": Kept(
        "{pool}",
        {
            "id": ID,
            "release_id": "which release withheld it",
            "organisation_id": "whose pool",
            "response_id": "goes when that goes",
            "fingerprint": "of which definition",
            "measure": "what was measured, and when",
            "day": "when the term begins",
            "sealed": "the value",
        },
        about=About.PERSON,
        terms={"pool": terms.POOL},
    ),
    "member": Kept(
        "for ever: without it, later releases could give people away",
        {
            "release_id": "of which release",
            "subject": "somebody, not to be traced back once erased",
            "exceptions": "what this one is not in",
        },
        about=About.PERSON,
        keys=frozenset({"subject"}),  # whoever had it and the person would find the rows again
    ),
    **MAIL,
    **LOG,
    **OTHERS,
}
