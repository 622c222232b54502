"""The teams of a region, as a world has them: names made up, people spread by chance."""

from random import Random

REGION = "Jeugdteams Holland Rijnland (verzonnen)"
TRAINERS = 4
NAMES = (
    *("Leiden Merenwijk", "Leiden Stevenshof", "Leiden Zuid", "Leiden Stadshart"),
    *("Leiderdorp", "Oegstgeest", "Voorschoten", "Zoeterwoude"),
    *("Katwijk Duin", "Katwijk Rijnsoever", "Noordwijk", "Teylingen Sassenheim"),
    *("Teylingen Voorhout", "Hillegom", "Lisse", "Alphen Ridderveld"),
    *("Alphen Centrum", "Alphen Kerk en Zanen", "Boskoop", "Kaag en Braassem", "Nieuwkoop"),
)
PEOPLE = 350
FEWEST = 8  # in a team


def seats(chance: Random, teams: int, people: int) -> list[int]:
    """How many people each team has: all of them, spread by chance."""
    sizes = [FEWEST] * teams
    for _ in range(people - FEWEST * teams):
        sizes[chance.randrange(teams)] += 1
    return sizes
