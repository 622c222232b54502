"""`reflect schema`: the JSON Schema of definitions, for editors."""

import argparse
import sys

from reflect.questionnaire import schema_text

SUMMARY = "print the JSON Schema of definitions, as in questionnaires/schema.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes: nothing."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command is given its words
    """Print the schema."""
    sys.stdout.write(schema_text())
    return 0
