"""The doctor: looks at all that an instance stands on, a line each, and says what to do."""

from reflect.commands.doctor.command import SUMMARY, arguments, run

__all__ = ["SUMMARY", "arguments", "run"]
