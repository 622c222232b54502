"""Where answers can lead: what a rule can show, and which scores can be had; proven, not tried."""

from reflect.questionnaire.reach.bands import missed
from reflect.questionnaire.reach.search import Reach, Way

__all__ = ["Reach", "Way", "missed"]
