"""Random worlds of trainings: who could be solved in them, under our rule and under others."""

from reflect.disclosure.worlds.making import world
from reflect.disclosure.worlds.play import Play
from reflect.disclosure.worlds.rules import Threshold, live
from reflect.disclosure.worlds.trial import Outcome, classes, played, trial

__all__ = ["Outcome", "Play", "Threshold", "classes", "live", "played", "trial", "world"]
