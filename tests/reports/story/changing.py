"""Earlier moments of somebody, and what the report then says of change."""

import datetime as dt
from pathlib import Path

from reflect.language import language
from reflect.questionnaire import score
from reflect.reports import Outcome, Past, parts
from reflect.reports.blocks import Labelled
from tests.reports.making import ANSWERS, DAY, everything

DEFINITIONS = Path(__file__).parents[2] / "definitions"
MAY, JULY = dt.date(2026, 5, 12), dt.date(2026, 7, 2)
LOWER = ANSWERS | {"zien1": 3, "zien2": 3, "zeker-zien": 5, "wegen1": 5, "wegen4": 1, "cijfer": 4}


def past(day=MAY, answers=LOWER, phase="before", of=None):
    of = of or everything()
    return Past(of, score(of, phase, answers), day)


def change(*earlier, of=None, answers=ANSWERS, phase="after", code="nl"):
    """The part about change, after these earlier moments; None when there is none."""
    of = of or everything()
    outcome = Outcome(of, score(of, phase, answers), language(code), DAY, past=earlier)
    return {part.id: part for part in parts(outcome)}.get("change")


def of_kind(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def labelled(part):
    return {block.label: block.texts for block in of_kind(part, Labelled)}
