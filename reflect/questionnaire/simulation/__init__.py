"""People made up by chance walk a definition: what they see, score, and how long it takes them."""

from reflect.questionnaire.simulation.bots import crowd
from reflect.questionnaire.simulation.outcome import Duration, Simulation, Spread, Unseen, Walk
from reflect.questionnaire.simulation.walking import simulate

__all__ = ["Duration", "Simulation", "Spread", "Unseen", "Walk", "crowd", "simulate"]
