"""`reflect reliability`: how well the statements of each domain belong together."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from fractions import Fraction
from html import escape
from pathlib import Path

from reflect.commands.refusal import Refused
from reflect.commands.sheet import sheet, table
from reflect.config import folder
from reflect.questionnaire import (
    Answer,
    FaultyAnswers,
    FaultyDefinition,
    Phase,
    Questionnaire,
    Reliability,
    read_answers,
    read_definition,
    reliability,
)

SUMMARY = "tell how well the statements of each domain belong together, for the instrument's owner"
WITHOUT = {
    "statements": "no alpha: it takes 2 statements",
    "people": "no alpha: it takes 30 people who gave a figure to every statement",
    "spread": "no alpha: everybody gave the same",
}
WIDE = 20  # signs of a bar in a terminal
Answers = list[Mapping[str, Answer]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("definition", metavar="DEFINITION", help="a file, or a shipped id")
    shape = 'a line a person, all at one moment: {"phase": "after", "answers": {…}}'
    parser.add_argument("answers", type=Path, metavar="ANSWERS.jsonl", help=shape)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it for other programs")
    parser.add_argument("--page", type=Path, metavar="FILE.html", help="write it as a page")


def run(args: argparse.Namespace) -> int:
    """Print it; 1 when something cannot be read, or the answers are of several moments."""
    try:
        questionnaire = read_definition(args.definition, folder("questionnaires"))
        phase, people = _read(questionnaire, args.answers)
    except FaultyDefinition as wrong:
        print(wrong, file=sys.stderr)
        return 1
    found = reliability(questionnaire, phase, people)
    title = (
        f"{questionnaire.id}-{questionnaire.version}: reliability, {len(people)} people, {phase}"
    )
    if args.json:
        plain = [asdict(one) | {"label": one.label} for one in found]
        args.json.write_text(json.dumps(plain, default=float, indent=2) + "\n", "utf-8")
    if args.page:
        args.page.write_text(sheet(title, map(_part, found)), "utf-8")
    print(title, *(line for one in found for line in _lines(one)), sep="\n")
    return 0


def _read(questionnaire: Questionnaire, file: Path) -> tuple[Phase, Answers]:
    """The phase and the answers of each person. Refused with every line that cannot be."""
    faults, people, phases = [], Answers(), set[Phase]()
    with file.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                phase, answers = read_answers(questionnaire, line)
            except FaultyAnswers as wrong:
                faults.append(wrong.told(str(file), number))
            else:
                phases.add(phase)
                people.append(answers)
    if faults:
        raise Refused("answers that cannot be read\n" + "\n".join(faults))
    if len(phases) != 1:
        met = ", ".join(sorted(phases)) or "none"
        raise Refused(f"{file}: the answers must be of one moment; their phases are: {met}")
    return phases.pop(), people


def _lines(one: Reliability) -> Iterator[str]:
    """A domain for a terminal."""
    yield f"{one.domain}: {told(one)}; {one.complete} of {one.people} people gave every figure"
    wide = max((len(statement.question) for statement in one.statements), default=0)
    for statement in one.statements:
        filled = round(WIDE * max(statement.rest or 0, 0))
        bar = "█" * filled + " " * (WIDE - filled)
        words = f"item-rest {figure(statement.rest)}, {share(statement.missing)} missing"
        yield f"  {statement.question:<{wide}} ▕{bar}▏ {words}"


def told(one: Reliability) -> str:
    """Alpha and what that is called, or why there is none."""
    return (
        f"alpha {figure(one.alpha)}, {one.label}" if one.without is None else WITHOUT[one.without]
    )


def figure(value: Fraction | float | None) -> str:
    """Two decimals, as such figures are printed; "none" where there is none."""
    return "none" if value is None else f"{float(value):.2f}"


def share(value: Fraction) -> str:
    """Whole percents."""
    return f"{float(100 * value):.0f} %"


def _part(one: Reliability) -> str:
    """A domain for a page."""
    rows = [
        (
            escape(statement.question),
            _bar(statement.rest),
            figure(statement.rest),
            share(statement.missing),
        )
        for statement in one.statements
    ]
    people = f"{one.complete} of {one.people} people gave every figure"
    head = ("statement", "0 to 1", "item-rest correlation", "missing")
    words = f"<p>{escape(told(one))}; {people}.</p>"
    return f"<h2>{escape(one.domain)}</h2>\n{words}\n{table(head, rows)}"


def _bar(value: float | None) -> str:
    """A bar in SVG from 0 to 1; the figure beside it says the same."""
    long = round(100 * max(value or 0, 0))
    bar = f'<rect width="{long}" height="16"/>'
    return f'<svg width="100" height="16" aria-hidden="true">{bar}</svg>'
