"""Evaluations: what members think of a training, kept so that nobody knows who thinks what."""

from reflect.records.evaluations.box import destroy, filled, given, marked, numbers, opened
from reflect.records.evaluations.filling import Filled, fill
from reflect.records.evaluations.tables import Evaluation, Used
from reflect.records.evaluations.waves import launch, of_group, of_groups, of_member, one

__all__ = [
    "Evaluation",
    "Filled",
    "Used",
    "destroy",
    "fill",
    "filled",
    "given",
    "launch",
    "marked",
    "numbers",
    "of_group",
    "of_groups",
    "of_member",
    "one",
    "opened",
]
