"""What a group may be told: at least K people behind whatever anyone can compute."""

from reflect.disclosure.closing import Verdict, may_close, participation
from reflect.disclosure.decision import Decision, Sum, decide
from reflect.disclosure.figure import Figure, Measure, Withheld
from reflect.disclosure.ledger import Cell, Entry, Ledger, key
from reflect.disclosure.release import Phase, Release
from reflect.disclosure.solver import solved
from reflect.disclosure.threshold import FLOOR, floor

__all__ = [
    "FLOOR",
    "Cell",
    "Decision",
    "Entry",
    "Figure",
    "Ledger",
    "Measure",
    "Phase",
    "Release",
    "Sum",
    "Verdict",
    "Withheld",
    "decide",
    "floor",
    "key",
    "may_close",
    "participation",
    "solved",
]
