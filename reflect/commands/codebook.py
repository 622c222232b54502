"""`reflect codebook`: a row a question, for whoever reads or analyses answers."""

import argparse
import sys
from pathlib import Path

from reflect.config import folder
from reflect.questionnaire import (
    FaultyDefinition,
    definition_file,
    read_definition,
    versions_beside,
)
from reflect.reports import codebook

SUMMARY = "print the codebook: every question, its values, and since which version"
FORMATS = {"markdown": codebook.markdown, "csv": codebook.commas}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    parser.add_argument("--format", choices=tuple(FORMATS), default="markdown")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """Print it, or write it; 1 when something cannot be read or written."""
    try:
        file = definition_file(args.definition, folder("questionnaires"))
        questionnaire = read_definition(str(file), file.parent)
        text = FORMATS[args.format](questionnaire, versions_beside(file))
        if args.output:
            args.output.write_text(text, "utf-8", newline="")
        else:
            sys.stdout.write(text)
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    return 0
