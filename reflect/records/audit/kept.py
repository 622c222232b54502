"""What the audit log keeps, why, and for how long."""

from collections.abc import Mapping

from reflect.records import terms
from reflect.records.kept import NO_PERSON, About, Kept

LOG: Mapping[str, Kept] = {
    "audit": Kept(
        "{audit}, by whole months",
        {
            "chain": "what staff and the system did, or a professional, so that these have no hour",
            "number": "the order of what was done",
            "day": "when it was done",
            "at": "the hour, of what staff and the system did",
            "actor": "what kind of actor did it",
            "actor_id": "which member of staff; never a professional",
            "action": "what was done",
            "thing": "to what; never to a professional",
            "detail": "in which way",
            "result": "whether it came about",
            "origin": "by a page, by a command or at night",
            "hash": "proves that no line was changed",
        },
        about=About.STAFF,
        terms={"audit": terms.AUDIT},
        keys=frozenset({"hash"}),
    ),
    "audit_head": Kept(
        NO_PERSON,
        {
            "chain": "of which chain",
            "dropped": "which lines went at their term",
            "last": "which line is the last",
            "sealed": "proves that no line was taken off",
        },
        about=About.NOBODY,
    ),
}
