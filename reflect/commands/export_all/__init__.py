"""`reflect export-all`: all that an organisation may take along, in a folder of open formats."""

from reflect.commands.export_all.command import SUMMARY, arguments, run

__all__ = ["SUMMARY", "arguments", "run"]
