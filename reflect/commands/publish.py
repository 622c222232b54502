"""`reflect publish`: note a version as published; from then on it never changes."""

import argparse
import json
import sys
from pathlib import Path

from reflect.commands.check import faults_of
from reflect.commands.diff import told
from reflect.questionnaire import (
    PUBLISHED,
    FaultyDefinition,
    Questionnaire,
    check_file,
    definitions,
    difference,
    published,
    versions_beside,
)

SUMMARY = "publish a version of a questionnaire: it never changes after that"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the definition")


def run(args: argparse.Namespace) -> int:
    """Add the version to published.json beside it; 1 when it cannot be."""
    file: Path = args.file
    try:
        every = faults_of({*definitions(file.parent), file})  # beside its other versions
        faults = [fault for fault in every if fault.stops and fault.file == str(file)]
        questionnaire, _ = check_file(file)
        if questionnaire and not faults:
            _note(file.parent, questionnaire)
            _compare(file, questionnaire)
    except FaultyDefinition as wrong:
        faults = list(wrong.faults)
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    for fault in faults:
        print(fault)
    return int(bool(faults))


def _compare(file: Path, questionnaire: Questionnaire) -> None:
    """Say what differs from the version that was published before this one, if there is one."""
    known = published(file.parent)
    before = [
        one
        for one in versions_beside(file)
        if one.version < questionnaire.version
        and known.get(f"{one.id}-{one.version}") == one.fingerprint
    ]
    if before:
        print(told(difference(before[-1], questionnaire)))


def _note(folder: Path, questionnaire: Questionnaire) -> None:
    """Write the list anew, in order of name, whole or not at all."""
    version = f"{questionnaire.id}-{questionnaire.version}"
    known = {**published(folder), version: questionnaire.fingerprint}
    draft = folder / f".{PUBLISHED}"
    draft.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")
    draft.replace(folder / PUBLISHED)
    print(f"{version} is published: {questionnaire.fingerprint}")
