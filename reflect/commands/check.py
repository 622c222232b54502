"""`reflect check`: every fault of definitions, a line each."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

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
    parser.add_argument("--format", choices=("text", "json"), default="text")
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
    if args.format == "json":
        print(json.dumps([_plain(fault) for fault in faults], ensure_ascii=False, indent=2))
    else:
        print(*faults, sep="\n", end="\n" * bool(faults))
    return int(any(fault.stops or args.strict for fault in faults))


def _plain(fault: Fault) -> dict[str, Any]:
    """A fault for other programs."""
    return {**asdict(fault), "severity": "error" if fault.stops else "warning"}


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
