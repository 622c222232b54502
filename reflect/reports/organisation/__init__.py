"""What is handed over of groups beside each other: made of what each of them was told."""

from reflect.reports.organisation.beside import FEWEST, Beside, by_name
from reflect.reports.organisation.story import (
    care,
    chapters,
    facts,
    opening,
    talk,
    title,
    whole,
)

__all__ = [
    "FEWEST",
    "Beside",
    "by_name",
    "care",
    "chapters",
    "facts",
    "opening",
    "talk",
    "title",
    "whole",
]
