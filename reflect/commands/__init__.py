"""What an operator or an author types: `reflect COMMAND`, one file a command."""

import argparse
import importlib
import os
import sys
from typing import Protocol

from reflect.commands.refusal import Refused, said
from reflect.config import ConfigFault

COMMANDS = (
    *("run", "demo", "check", "simulate", "score", "explain", "report"),
    *("diff", "codebook", "reliability", "publish", "schema"),
    *("migrate", "doctor", "staff", "work", "keys", "backup", "restore", "export-all"),
    *("audit", "audit-releases"),
)


class Command(Protocol):
    """What each file of this room offers."""

    SUMMARY: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what it takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the answer is the exit status."""


def command(name: str) -> Command:
    """The file of a command, read only when it is wanted: `check` needs no web."""
    return importlib.import_module(f"reflect.commands.{name.replace('-', '_')}")


def main(words: list[str] | None = None) -> int:
    """Run the command that was typed; 2 is wrong usage, 1 a fault that was told."""
    os.umask(0o077)  # what is made here is for its owner alone
    typed = sys.argv[1:] if words is None else words
    parser = argparse.ArgumentParser(prog="reflect", description="A mirror for professionals.")
    below = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    wanted = [name for name in COMMANDS if name in typed[:1]] or COMMANDS
    for name in wanted:
        module = command(name)
        module.arguments(below.add_parser(name, help=module.SUMMARY, description=module.SUMMARY))
    args = parser.parse_args(typed)
    try:
        return command(args.command).run(args)
    except (ConfigFault, Refused, OSError) as fault:
        print(f"reflect: {said(fault)}", file=sys.stderr)
        return 1
