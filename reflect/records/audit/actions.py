"""What the audit log can tell: a closed list of actions, who does them, and what came of them."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Result = Literal["ok", "failed", "refused"]
STAFF, PERSON = "staff", "person"  # a chain of lines each, so that nothing gives a day an hour
CHAINS = (STAFF, PERSON)
LONGEST = 200  # characters that a line holds of anything

KINDS: dict[str, tuple[str, ...]] = {
    "staff": (
        *("sign-in", "sign-out", "limit", "password", "authenticator", "spares", "refused"),
        *("invited", "reset", "role-given", "role-taken", "ended"),
    ),
    "group": (
        *("made", "plan", "code-renewed", "code-stopped", "invited", "deleted", "combined"),
        *("offered", "offer-withdrawn", "offer-refused", "handed-over"),
    ),
    "moment": ("opened", "closed", "deleted", "exported"),
    "evaluation": ("opened", "closed"),
    "questionnaire": ("uploaded", "published"),
    "organisation": ("made", "renamed"),
    "instance": (
        *("migrated", "night", "backup", "restored", "exported", "keys-renewed", "keys-retired"),
    ),
    "person": (
        *("agreed", "left", "code-renewed", "recovery-on", "recovery-off"),
        *("reflection-erased", "erased", "limit"),
    ),
}
ACTIONS = frozenset(f"{kind}:{name}" for kind, names in KINDS.items() for name in names)


@dataclass(frozen=True)
class Actor:
    """Who did it: a member of staff by id, or a kind of actor that needs no name."""

    kind: Literal["staff", "operator", "night", "person", "somebody"]
    id: str = ""

    @property
    def origin(self) -> str:
        """By which door; never by which address, for that may be a person's."""
        return {"operator": "command", "night": "work"}.get(self.kind, "web")


OPERATOR = Actor("operator")  # whoever may type commands on the server
NIGHT = Actor("night")  # `reflect work`
SOMEBODY = Actor("somebody")  # at a door, and not let in


@dataclass(frozen=True)
class Event:
    """Something that was done: `thing` is the id of what it was done to, `detail` a few words.

    A person's event is the bare action: ValueError when it says more, or when none is known so.
    """

    action: str
    actor: Actor = SOMEBODY
    thing: str = ""
    detail: str = ""
    result: Result = "ok"

    def __post_init__(self) -> None:
        """Refuse what the log does not tell."""
        if self.action not in ACTIONS:
            raise ValueError(f"the audit log knows no {self.action}")
        if self.chain == PERSON and (self.actor.id or self.thing or self.detail):
            raise ValueError(f"of a person the audit log tells no more than {self.action}")

    @property
    def chain(self) -> str:
        """Where its line belongs."""
        return PERSON if self.action.startswith("person:") else STAFF


def plain(text: str) -> str:
    """On one line, and visible: what controls a terminal or turns text around is spelled out."""
    shown = "".join(_shown(letter) for letter in text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _shown(letter: str) -> str:
    is_hidden = unicodedata.category(letter)[0] == "C" or unicodedata.category(letter)[:2] in (
        "Zl",
        "Zp",
    )
    return f"\\u{{{ord(letter):x}}}" if is_hidden else letter
