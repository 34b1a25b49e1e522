"""How many respondents a survey of a known population needs (Krejcie & Morgan 1970, the table of the Annex).

``S = X2 N P (1 - P) / (d2 (N - 1) + X2 P (1 - P))`` with X2 = 3.841 (one degree of freedom, 95 %), P = 0.5, d = 0.05.
"""

from fractions import Fraction

CHI_SQUARED = Fraction(3841, 1000)
SHARE = Fraction(1, 2)
MARGIN = Fraction(5, 100)


def needed_respondents(*, population: int) -> int:
    """Return the respondents needed among `population` users of a service in a year, rounded to the nearest.

    Raises
    ------
    ValueError : a population below one
    """
    if population < 1:
        raise ValueError(f"population must be at least 1, not {population}")
    spread = CHI_SQUARED * SHARE * (1 - SHARE)
    return round(spread * population / (MARGIN**2 * (population - 1) + spread))
