"""Why the report says what it says, by itself: every score worked out, and what it was made by."""

from reflect.reports.blocks import Band, Details, Part
from reflect.reports.outcome import Outcome
from reflect.reports.story.domains import domains
from reflect.reports.story.reckoning import reckoning


def explanation(outcome: Outcome) -> tuple[Part, ...]:
    """Of each domain its score and the details; where there are none, why not."""
    return (*(_explained(part) for part in domains(outcome)), *reckoning(outcome))


def _explained(part: Part) -> Part:
    kept = tuple(block for block in part.blocks if isinstance(block, Band | Details))
    return Part(part.id, part.title, kept or part.blocks[:1], part.above)
