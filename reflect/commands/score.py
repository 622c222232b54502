"""`reflect score`: what answers mean, as JSON; a .jsonl file goes line by line."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from reflect.config import folder
from reflect.questionnaire import (
    FaultyAnswers,
    FaultyDefinition,
    Profile,
    Questionnaire,
    read_answers,
    read_definition,
    score,
)

SUMMARY = "score answers without the web"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    shape = '{"phase": "after", "answers": {…}}; .jsonl: one of these a line'
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help=shape)


def run(args: argparse.Namespace) -> int:
    """Print a profile for each set of answers; 1 when one of them cannot be read."""
    try:
        questionnaire = read_definition(args.definition, folder("questionnaires"))
        with args.answers.open("rb") as stream:
            lines = (
                enumerate(stream, 1) if args.answers.suffix == ".jsonl" else [(0, stream.read())]
            )
            return max((_scored(questionnaire, args.answers, *line) for line in lines), default=0)
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
    except BrokenPipeError:  # whoever reads, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
    return 1


def _scored(questionnaire: Questionnaire, file: Path, line: int, written: bytes) -> int:
    """Print one profile, or its faults with their place; line 0 is the whole file."""
    if line and not written.strip():
        return 0
    try:
        profile = score(questionnaire, *read_answers(questionnaire, written))
    except FaultyAnswers as wrong:
        print(wrong.told(str(file), line), file=sys.stderr)
        return 1
    print(json.dumps(_plain(profile), indent=None if line else 2))
    return 0


def _plain(profile: Profile) -> dict[str, Any]:
    """A profile for other programs: scores from 0 to 1 as numbers, null where there is none."""
    domains = {
        one.domain: {
            "score": None if one.score is None else float(one.score),
            "answered": one.answered,
            "asked": one.asked,
            "band": one.band,
        }
        for one in profile.scores
    }
    names = ("questionnaire", "version", "phase")
    return {**{name: getattr(profile, name) for name in names}, "domains": domains}
