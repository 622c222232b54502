"""What a trainer hands over about a group: made from releases, a questionnaire and a language."""

from reflect.reports.group.guide import guide
from reflect.reports.group.since import Since
from reflect.reports.group.story import parts, report
from reflect.reports.group.telling import Telling
from reflect.reports.group.wall import wall

__all__ = ["Since", "Telling", "guide", "parts", "report", "wall"]
