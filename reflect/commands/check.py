"""`reflect check`: every fault of definitions, a line each."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from reflect.config import folder
from reflect.questionnaire import (
    Fault,
    FaultyDefinition,
    Questionnaire,
    check_file,
    definitions,
    publication_faults,
    published,
    type_faults,
)

SUMMARY = "check definitions of questionnaires"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="default: all shipped")
    parser.add_argument("--strict", action="store_true", help="warnings fail too")


def run(args: argparse.Namespace) -> int:
    """Print the faults; 1 when a definition cannot be used, or a file cannot be read."""
    try:
        faults = faults_of(args.files or definitions(folder("questionnaires")))
    except FaultyDefinition as wrong:
        faults = list(wrong.faults)
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    for fault in faults:
        print(fault)
    return int(any(fault.stops or args.strict for fault in faults))


def faults_of(files: Iterable[Path]) -> list[Fault]:
    """Every fault of the files, also those that only show beside what is published."""
    faults: list[Fault] = []
    read: list[tuple[Questionnaire, str]] = []
    for file in files:
        questionnaire, found = check_file(file)
        faults += found
        if questionnaire:
            faults += publication_faults(questionnaire, str(file), published(file.parent))
            read.append((questionnaire, str(file)))
    return faults + list(type_faults(read))
