"""What we hand over: a person's report, on paper and as parts for a page, and exports."""

from reflect.reports.agenda import Day, agenda
from reflect.reports.blocks import Block, Part, Picture
from reflect.reports.document import Document
from reflect.reports.explanation import explanation
from reflect.reports.exports import EXPORTS
from reflect.reports.guide import conversation
from reflect.reports.legible import is_printable
from reflect.reports.outcome import Goal, Outcome, Past
from reflect.reports.personal import parts, personal
from reflect.reports.plain import plain
from reflect.reports.press import set_up
from reflect.reports.sheet import sheet, sheet_text
from reflect.reports.story.change import change
from reflect.reports.story.goals import goals_then
from reflect.reports.svg import svg

__all__ = [
    "EXPORTS",
    "Block",
    "Day",
    "Document",
    "Goal",
    "Outcome",
    "Part",
    "Past",
    "Picture",
    "agenda",
    "change",
    "conversation",
    "explanation",
    "goals_then",
    "is_printable",
    "parts",
    "personal",
    "plain",
    "set_up",
    "sheet",
    "sheet_text",
    "svg",
]
