"""`reflect diff`: what differs between two versions, and what that does to answers."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from reflect.config import folder
from reflect.questionnaire import (
    Difference,
    Edit,
    EditKind,
    FaultyDefinition,
    difference,
    read_definition,
)
from reflect.questionnaire.pieces import shown

SUMMARY = "say what differs between two versions, and what may still be compared"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    for name in ("before", "after"):
        parser.add_argument(
            name, metavar=name.upper(), help="a file, or a shipped id or id-version"
        )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print the difference; 1 only when one of the two cannot be used."""
    try:
        shipped = folder("questionnaires")
        found = difference(*(read_definition(one, shipped) for one in (args.before, args.after)))
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    plain = args.format == "json"
    print(json.dumps(found.to_json(), ensure_ascii=False, indent=2) if plain else told(found))
    return 0


def told(found: Difference) -> str:
    """The difference in lines: by what it is about, and at the end what may be compared."""
    return "\n".join(_lines(found))


def _lines(found: Difference) -> Iterator[str]:
    counts = Counter(edit.kind for edit in found.edits)
    kinds = [f"{counts[kind]} {kind}" for kind in get_args(EditKind) if counts[kind]]
    yield f"{found.before} → {found.after}: {', '.join(kinds) or 'no difference'}"
    about = None
    for edit in found.edits:
        if about != (edit.group, edit.id):
            about = (edit.group, edit.id)
            yield f"\n{edit.group} {edit.id}"
        yield from _edit(edit)
    domains = [
        f"{domain} {len(same)} of {found.asked[domain]}{_named(same)}"
        for domain, same in found.comparable.items()
    ]
    yield f"\nmay be compared: {'; '.join(domains) or 'nothing'}"


def _edit(edit: Edit) -> Iterator[str]:
    whole = "taken out" if edit.new is None else "added"
    yield f"  {edit.kind:<11} {edit.path or whole}"
    yield from (f"    - {_indented(edit.old)}" for _ in range(edit.old is not None))
    yield from (f"    + {_indented(edit.new)}" for _ in range(edit.new is not None))


def _indented(value: Any) -> str:
    return shown(value).replace("\n", "\n      ")


def _named(questions: tuple[str, ...]) -> str:
    return f" ({', '.join(questions)})" if questions else ""
