"""What a group may be told: at least K people behind whatever anyone can compute."""

from reflect.disclosure.change import Change, Shift
from reflect.disclosure.closing import Verdict, may_close, participation
from reflect.disclosure.column import Column
from reflect.disclosure.comparison import Comparison, Side, compare
from reflect.disclosure.crowd import Crowd, Names
from reflect.disclosure.decision import Decision, Sum, decide, exact
from reflect.disclosure.distribution import Distribution
from reflect.disclosure.figure import Figure, Measure, Withheld
from reflect.disclosure.ledger import Cell, Entry, Ledger, key
from reflect.disclosure.release import Phase, Release, Scope
from reflect.disclosure.row import Row
from reflect.disclosure.solver import solved
from reflect.disclosure.threshold import FLOOR, floor
from reflect.disclosure.union import Part, decide_pool, unite

__all__ = [
    "FLOOR",
    "Cell",
    "Change",
    "Column",
    "Comparison",
    "Crowd",
    "Decision",
    "Distribution",
    "Entry",
    "Figure",
    "Ledger",
    "Measure",
    "Names",
    "Part",
    "Phase",
    "Release",
    "Row",
    "Scope",
    "Shift",
    "Side",
    "Sum",
    "Verdict",
    "Withheld",
    "compare",
    "decide",
    "decide_pool",
    "exact",
    "floor",
    "key",
    "may_close",
    "participation",
    "solved",
    "unite",
]
