"""`reflect report`: a personal report as PDF, from a definition and answers."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from reflect.config import folder
from reflect.language import LANGUAGES, language
from reflect.questionnaire import (
    FaultyAnswers,
    FaultyDefinition,
    read_answers,
    read_definition,
    score,
)
from reflect.reports import Outcome, personal

SUMMARY = "make a personal report without the web"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    shape = '{"phase": "after", "answers": {…}}'
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help=shape)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--name", default="", metavar="TEXT", help="to stand on the cover")


def run(args: argparse.Namespace) -> int:
    """Write the PDF; 1 when something cannot be read or written."""
    try:
        questionnaire = read_definition(args.definition, folder("questionnaires"))
        profile = score(questionnaire, *read_answers(questionnaire, args.answers.read_bytes()))
        day = args.date or datetime.now(UTC).date()
        outcome = Outcome(questionnaire, profile, language(args.language), day, args.name)
        document = personal(outcome)
        args.output.write_bytes(document.body)
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except FaultyAnswers as wrong:
        print(wrong.told(str(args.answers)), file=sys.stderr)
        return 1
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    return 0
