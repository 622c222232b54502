"""The demo of `reflect run`: an organisation, two groups, and people in them to be."""

from reflect.commands.demo.note import invitation
from reflect.commands.demo.play import furnish

__all__ = ["furnish", "invitation"]
