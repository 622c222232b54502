"""The demo: of `reflect run` two groups with people to be, of `reflect demo` a whole region."""

from reflect.commands.demo.command import SUMMARY, arguments, run
from reflect.commands.demo.note import invitation
from reflect.commands.demo.play import furnish

__all__ = ["SUMMARY", "arguments", "furnish", "invitation", "run"]
