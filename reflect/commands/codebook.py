"""`reflect codebook`: a row a question, for whoever reads or analyses answers."""

import argparse
import csv
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from reflect.config import folder
from reflect.questionnaire import (
    Entry,
    FaultyDefinition,
    Questionnaire,
    codebook,
    definition_file,
    read_definition,
    versions_beside,
)

SUMMARY = "print the codebook: every question, its values, and since which version"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would work out


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
        entries = codebook(questionnaire, versions_beside(file))
        text = FORMATS[args.format](questionnaire, _rows(questionnaire, entries))
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


def _rows(questionnaire: Questionnaire, entries: Sequence[Entry]) -> list[list[str]]:
    """The names of the columns, then each question."""
    texts = [f"text_{language}" for language in questionnaire.languages]
    rest = ["reverse", "weight", "domain", "use", "phases", "show_if", "since", "until"]
    return [["id", "type", *texts, "scale", "values", *rest], *map(_row, entries)]


def _row(entry: Entry) -> list[str]:
    values = "; ".join(f"{value} = {label}" if label else value for value, label in entry.values)
    return [
        *(entry.id, entry.type, *entry.texts, entry.scale, values),
        *("yes" if entry.reverse else "", entry.weight, entry.domain, entry.use),
        *(", ".join(entry.phases) or "all", entry.show_if),
        *(str(entry.since), str(entry.until or "")),
    ]


def _markdown(questionnaire: Questionnaire, rows: Sequence[Sequence[str]]) -> str:
    """A heading and a table; a cell is one line."""
    title = questionnaire.say(questionnaire.title, questionnaire.languages[0])
    table = [[" ".join(cell.replace("|", "\\|").split()) for cell in row] for row in rows]
    table.insert(1, ["---"] * len(rows[0]))
    lines = [f"| {' | '.join(row)} |" for row in table]
    return f"# {title}, version {questionnaire.version}\n\n" + "\n".join(lines) + "\n"


def _csv(questionnaire: Questionnaire, rows: Sequence[Sequence[str]]) -> str:  # noqa: ARG001 - as every format
    """Commas, UTF-8 without a mark; a text that would be a formula gets an apostrophe."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerows([["'" * cell.startswith(FORMULA) + cell for cell in row] for row in rows])
    return sheet.getvalue()


FORMATS = {"markdown": _markdown, "csv": _csv}
