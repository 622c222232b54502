"""K: the fewest people that anything told may be about."""

FLOOR = 5


def floor(configured: int) -> int:
    """K as configured: whole people, FLOOR or more, for K can only be raised.

    Five is the minimum of those who report on teams (Culture Amp, Viva Insights, Quantum
    Workplace); of training groups of 6 to 16 people it still shows nine in ten.
    Raises ValueError below FLOOR.
    """
    if configured < FLOOR:
        raise ValueError(f"K can only be raised: {configured} is less than {FLOOR}")
    return configured
