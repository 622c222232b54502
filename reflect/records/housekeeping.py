"""What is kept about staff, groups and nobody; `retention` has what is kept about persons."""

from collections.abc import Mapping

from reflect.records import terms
from reflect.records.kept import ID, NO_PERSON, About, Kept

GROUP_GOES = "as long as the group"
STAFF_GOES = "as long as somebody works here"

OTHERS: Mapping[str, Kept] = {
    "definition": Kept(
        NO_PERSON,
        {
            "fingerprint": "which version, exactly",
            "questionnaire": "which questionnaire",
            "version": "which version, in people's words",
            "body": "what was asked, so that old answers keep their meaning",
            "published": "the day it was imported: from then on anybody may begin with it",
        },
        about=About.NOBODY,
    ),
    "staged": Kept(
        "{upload}",
        {
            "id": ID,
            "staff_id": "whose upload",
            "fingerprint": "recognises the same file, uploaded twice",
            "text": "the file, to be looked at before it is published",
            "at": "when the term begins",
        },
        about=About.STAFF,
        terms={"upload": terms.UPLOAD},
    ),
    "instance": Kept(
        NO_PERSON,
        {"id": "the one row", "wrapped_ledger_key": "makes persons into subjects; proves the keys"},
        about=About.NOBODY,
        keys=frozenset({"wrapped_ledger_key"}),
    ),
    "ring": Kept(
        NO_PERSON,
        {
            "number": "which key of the ring",
            "proof": "what only that key makes, so that a wrong one is noticed",
            "made": "the day: a key goes when no backup needs it",
        },
        about=About.NOBODY,
        keys=frozenset({"proof"}),
    ),
    "organisation": Kept(
        NO_PERSON,
        {
            "id": ID,
            "name": "how it is called",
            "wrapped_pool_key": "opens what waits in its pool",
        },
        about=About.GROUP,
        keys=frozenset({"wrapped_pool_key"}),
    ),
    "staff": Kept(
        STAFF_GOES + "; an unused first password {password}",
        {
            "id": ID,
            "lookup": "finds somebody by address without keeping it readable",
            "sealed_email": "the address, for an administrator",
            "password_hash": "signing in",
            "token_hash": "a first password",
            "token_until": "when that lapses",
        },
        about=About.STAFF,
        terms={"password": terms.FIRST_PASSWORD},
        keys=frozenset({"lookup", "password_hash", "token_hash"}),
    ),
    "role": Kept(
        STAFF_GOES,
        {"id": ID, "staff_id": "who", "organisation_id": "where", "name": "may do what"},
        about=About.STAFF,
    ),
    "factor": Kept(
        STAFF_GOES + ", or until another one is set up",
        {
            "staff_id": "whose authenticator",
            "sealed_secret": "checks the codes of that authenticator",
            "last_step": "so that a code works once",
            "failures": "how many wrong codes since, so that patience does not find one",
        },
        about=About.STAFF,
    ),
    "spare": Kept(
        STAFF_GOES + ", or until it is used or renewed",
        {"lookup": "recognises a spare code without keeping it", "staff_id": "whose code"},
        about=About.STAFF,
        keys=frozenset({"lookup"}),
    ),
    "device": Kept(
        "{device} after somebody last signed in with it",
        {
            "id": ID,
            "lookup": "recognises a browser by its cookie",
            "staff_id": "who signed in with it",
            "sealed": "what it looks like, to tell its owner",
            "day": "when the term begins",
            "told": "whether its owner was told of it",
        },
        about=About.STAFF,
        terms={"device": terms.DEVICE},
        keys=frozenset({"lookup"}),
    ),
    "offer": Kept(
        "until it is refused or taken back, and {offer} after it was made or taken",
        {
            "group_id": "which group is handed to a colleague",
            "lookup": "finds it by the address of the colleague, or once taken of who offered it",
            "sealed_email": "the colleague's address, for the trainer who typed it",
            "day": "when the term begins",
            "taken": "whether the colleague took it, to tell who offered it",
        },
        about=About.STAFF,
        terms={"offer": terms.OFFER},
        keys=frozenset({"lookup"}),
    ),
    "attempt": Kept(
        "{failures}",
        {
            "id": ID,
            "kind": "a code, an account or an address",
            "lookup": "recognises it again without keeping it",
            "at": "within which window it counts",
        },
        about=About.ANYBODY,
        terms={"failures": terms.FAILURES},
        keys=frozenset({"lookup"}),
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
            "taken": "how many have ever joined, for the members",
            "created": "the order of a trainer's groups",
            "lookup": "finds the group by its join code",
            "sealed_code": "the join code, for its trainer",
            "wrapped_key": "opens contributions; destroyed after the last moment",
            "combined": "which groups came in it, to tell its members",
        },
        about=About.GROUP,
        keys=frozenset({"lookup", "wrapped_key"}),
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
            "kind": "a measurement, or the evaluation of the training",
            "fingerprint": "what an evaluation asks",
            "wrapped_secret": "opens an evaluation, until it closes",
        },
        about=About.GROUP,
        keys=frozenset({"wrapped_secret"}),
    ),
    "evaluation": Kept(
        "until the evaluation closes: {evaluation} at the most",
        {
            "id": ID + "; of nobody, and another one whenever somebody fills in",
            "moment_id": "of which evaluation",
            "sealed": "what somebody gave; nothing says who",
        },
        about=About.GROUP,
        terms={"evaluation": terms.EVALUATION},
    ),
    "used": Kept(
        "until the evaluation closes: {evaluation} at the most",
        {
            "moment_id": "of which evaluation",
            "digest": "that a member has filled in, so that nobody does so twice; not what",
        },
        about=About.GROUP,
        terms={"evaluation": terms.EVALUATION},
        keys=frozenset({"digest"}),
    ),
    "release": Kept(
        NO_PERSON,
        {
            "id": ID,
            "moment_id": "of which moment",
            "turn": "the closing, or a later set",
            "kind": "of a moment, a pool, a change, or a union of groups",
            "questionnaire": "which questionnaire, so that what concerns it is found",
            "scope": "of a group, of a trainer's groups, of an organisation's, or of all",
            "scope_id": "of which of those",
            "published": "what was told",
            "entries": "what was told, as the ledger names it",
            "sealed_sums": "exact sums, for unions of groups",
        },
        about=About.GROUP,
    ),
}
