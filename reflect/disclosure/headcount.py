"""How many people a figure is about, told only as a band."""

from typing import Literal

People = Literal["5-9", "10-14", "15-24", "25+"]

FEWEST: dict[People, int] = {"5-9": 5, "10-14": 10, "15-24": 15, "25+": 25}


def headcount(count: int) -> People:
    """The band that a number of people falls in; ValueError below the first band."""
    reached = [people for people, fewest in FEWEST.items() if count >= fewest]
    if not reached:
        raise ValueError("so few people have no band: nothing is told about them")
    return reached[-1]
