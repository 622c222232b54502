"""`reflect simulate`: people made up by chance walk a definition, and what they find is told."""

import argparse
import json
import re
import sys
from datetime import date
from functools import partial
from pathlib import Path

from reflect.commands.findings import Findings, lines, page
from reflect.commands.progress import watched
from reflect.config import folder
from reflect.language import LANGUAGES, language
from reflect.questionnaire import (
    Fault,
    FaultyDefinition,
    Questionnaire,
    check_file,
    definition_file,
    score,
)
from reflect.questionnaire.simulation import Walk, simulate
from reflect.reports import Outcome, personal

SUMMARY = "let people made up by chance walk a definition, and tell what they find"
TOLD = ("E401", "E501", "E502", "E503")  # faults that do not stop it: it tells them
PAGE = re.compile(rb"/Type\s*/Page\b")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    parser.add_argument("--people", type=people, default=500, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="equal seeds, equal finds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it for other programs")
    parser.add_argument("--page", type=Path, metavar="FILE.html", help="write it as a page")


def run(args: argparse.Namespace) -> int:
    """Print what was found; 1 when the definition has other faults, or a file cannot be."""
    try:
        questionnaire, faults = _usable(definition_file(args.definition, folder("questionnaires")))
        watching = partial(watched, whole=args.people)
        simulation = simulate(questionnaire, args.people, args.seed, watching)
        found = Findings(
            questionnaire, simulation, faults, _pages(questionnaire, faults, simulation.longest)
        )
        if args.json:
            plain = json.dumps(found.to_json(), ensure_ascii=False, indent=2)
            args.json.write_text(plain + "\n", "utf-8")
        if args.page:
            args.page.write_text(page(found), "utf-8")
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    except OSError as wrong:
        print(f"reflect: {wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return 1
    print(*lines(found), sep="\n")
    return 0


def people(typed: str) -> int:
    """A number of people."""
    count = int(typed)
    if count < 1:
        raise ValueError
    return count


def _usable(file: Path) -> tuple[Questionnaire, tuple[Fault, ...]]:
    """The definition and the faults to tell. FaultyDefinition when it cannot be walked at all."""
    questionnaire, faults = check_file(file)
    stopping = [fault for fault in faults if fault.stops and fault.code not in TOLD]
    if questionnaire is None or stopping:
        raise FaultyDefinition(stopping)
    return questionnaire, tuple(fault for fault in faults if fault.stops)


def _pages(questionnaire: Questionnaire, faults: tuple[Fault, ...], walk: Walk) -> int | None:
    """How many pages the report of a walk has; None where there is none, or texts are missing."""
    if questionnaire.kind == "evaluation" or any(fault.code == "E401" for fault in faults):
        return None
    spoken = next((one for one in questionnaire.languages if one in LANGUAGES), LANGUAGES[0])
    profile = score(questionnaire, walk.phase, walk.answers)
    day = date(2026, 11, 21)  # any: the day does not change the length
    document = personal(Outcome(questionnaire, profile, language(spoken), day))
    return len(PAGE.findall(document.body))
