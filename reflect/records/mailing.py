"""What is kept to send mail: reminders, invitations, and the outbox."""

from collections.abc import Mapping

from reflect.records import terms
from reflect.records.kept import ID, About, Kept

MAIL: Mapping[str, Kept] = {
    "contact": Kept(
        "until nothing is left to remind of, the group's last moment at the latest; or opting out",
        {
            "id": ID,
            "lookup": "recognises an address without keeping it readable",
            "stop_hash": "finds it by the link that ends reminders",
            "sealed": "the address, its language, and that link",
        },
        about=About.MAILBOX,
        keys=frozenset({"lookup", "stop_hash"}),
    ),
    "wish": Kept(
        "until it is said, or its person submitted; until the moment closes at the latest",
        {
            "contact_id": "to which address",
            "moment_id": "of which moment",
            "opening": "still to be told that it opens",
            "shortly": "still to be told that it closes shortly",
        },
        about=About.MAILBOX,
    ),
    "outbox": Kept(
        "until the mail server took it; {stale} where none does",
        {
            "id": "an opaque id, and what a mail that came twice is known by",
            "lookup": "so that the same is not said twice",
            "contact_id": "goes when that goes",
            "sealed": "to whom, and what",
            "tries": "how often it was tried",
            "next_try": "when it may be tried again",
        },
        about=About.MAILBOX,
        terms={"stale": terms.LETTER},
        keys=frozenset({"lookup"}),
    ),
    "dispatch": Kept(
        "the day itself, and {dispatch} more",
        {
            "id": ID,
            "lookup": "so that one form is not sent twice",
            "staff_id": "whose invitations",
            "day": "of which day's limit",
            "mails": "how many of it they used; not to whom",
        },
        about=About.STAFF,
        terms={"dispatch": terms.DISPATCH},
        keys=frozenset({"lookup"}),
    ),
}
