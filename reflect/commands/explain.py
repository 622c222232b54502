"""`reflect explain`: why a report says what it says; every score is worked out for checking."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from reflect.config import folder
from reflect.language import LANGUAGES, language, now
from reflect.questionnaire import (
    FaultyAnswers,
    FaultyDefinition,
    read_answers,
    read_definition,
    score,
)
from reflect.reports import Block, Outcome, Part, explanation, plain

SUMMARY = "work every score out, to be checked by hand"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    shape = '{"phase": "after", "answers": {…}}'
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help=shape)
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")


def run(args: argparse.Namespace) -> int:
    """Print it; 1 when something cannot be read."""
    try:
        questionnaire = read_definition(args.definition, folder("questionnaires"))
        profile = score(questionnaire, *read_answers(questionnaire, args.answers.read_bytes()))
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except FaultyAnswers as wrong:
        print(wrong.told(str(args.answers)), file=sys.stderr)
        return 1
    today = now().date()
    outcome = Outcome(questionnaire, profile, language(args.language), today)
    sys.stdout.write(FORMATS[args.format](explanation(outcome)))
    return 0


def _json(parts: Sequence[Part]) -> str:
    """The same parts for other programs; each block says its kind."""
    return json.dumps([_plain(part) for part in parts], ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not is_dataclass(value):
        return value if isinstance(value, str | int | None) else str(value)
    kind = {"kind": value.kind} if isinstance(value, Block) else {}
    return kind | {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


FORMATS = {"text": plain, "json": _json}
