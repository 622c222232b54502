"""`reflect report`: a personal report as PDF, from a definition and answers."""

import argparse
import sys
from datetime import date
from pathlib import Path

from reflect.commands.refusal import Refused
from reflect.config import folder
from reflect.language import LANGUAGES, language, now
from reflect.questionnaire import (
    FaultyAnswers,
    FaultyDefinition,
    Profile,
    Questionnaire,
    read_answers,
    read_definition,
    score,
)
from reflect.reports import Outcome, Past, personal

SUMMARY = "make a personal report without the web"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    shape = '{"phase": "after", "answers": {…}}'
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help=shape)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument(
        "--earlier",
        type=_earlier,
        action="append",
        default=[],
        metavar="YYYY-MM-DD=ANSWERS",
        help="an earlier moment, to tell change by; may be repeated",
    )
    parser.add_argument("--name", default="", metavar="TEXT", help="to stand on the cover")


def run(args: argparse.Namespace) -> int:
    """Write the PDF; 1 when something cannot be read or written."""
    try:
        document = personal(_outcome(args))
        args.output.write_bytes(document.body)
    except (FaultyDefinition, Refused) as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    return 0


def _outcome(args: argparse.Namespace) -> Outcome:
    questionnaire = read_definition(args.definition, folder("questionnaires"))
    if questionnaire.kind == "evaluation":
        raise Refused("an evaluation is told of as a group: nobody has a report of it")
    past = tuple(
        Past(questionnaire, _profile(questionnaire, file), day)
        for day, file in sorted(args.earlier)
    )
    return Outcome(
        questionnaire,
        _profile(questionnaire, args.answers),
        language(args.language),
        args.date or now().date(),
        args.name,
        past,
    )


def _profile(questionnaire: Questionnaire, file: Path) -> Profile:
    """The profile of the answers in a file; Refused when they cannot be used."""
    try:
        return score(questionnaire, *read_answers(questionnaire, file.read_bytes()))
    except FaultyAnswers as wrong:
        raise Refused(wrong.told(str(file))) from None


def _earlier(words: str) -> tuple[date, Path]:
    """The day and the file of an earlier moment. ValueError when there is no such day."""
    day, _, file = words.partition("=")
    return date.fromisoformat(day), Path(file)
