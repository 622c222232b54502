"""The note of the demo: whom one can be in it, where to go, and with what."""

import os
from collections.abc import Iterable

from reflect.config import Config

NOTE = "demo.txt"
EASED = (
    "Staff comes in with a password alone, as in no other instance. To see the second factor, set\n"
    "one up at My account, or start with REFLECT_SECOND_FACTOR=required."
)
Role = tuple[str, ...]  # who, the path to go to, and what to type there


def write(config: Config, roles: Iterable[Role]) -> None:
    """Leave the note in the instance, for its owner alone."""
    file = os.open(config.instance / NOTE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w") as note:
        note.writelines("\t".join(role) + "\n" for role in roles)


def is_written(config: Config) -> bool:
    """Whether there is a demo here."""
    return (config.instance / NOTE).exists()


def roles(config: Config) -> list[Role]:
    """What stands in the note."""
    lines = (config.instance / NOTE).read_text().splitlines()
    return [tuple(line.split("\t")) for line in lines]


def invitation(config: Config) -> str:
    """Where to go in the demo, and with what."""
    told = (
        f"  {who:<26} {config.origin}{''.join(path[:1])}   {'   '.join(path[1:])}".rstrip()
        for who, *path in roles(config)
    )
    lines = [f"A demo to look around in ({config.instance / NOTE}):", *told]
    return "\n".join(lines if config.asks_second_factor else [*lines, EASED])
