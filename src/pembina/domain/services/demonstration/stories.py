"""How the services of the demonstration fare over two years: some are good, some improve by themselves, some slip.

A programme that only compared before with after would take credit for every unit that was improving anyway; so that the
demonstration can show this, no story knows of any programme.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pembina.domain.people.enums import Sector

Numbers = npt.NDArray[np.float64]
MONTHS = 24


@dataclass(frozen=True, slots=True)
class Story:
    """What is drawn for one service.

    Attributes
    ----------
    a_month : requests in a usual month
    took : (MONTHS,) median working time as a share of the promise
    care : what citizens think of it, 1 to 4, apart from the time
    lag : median days until a completion is written down
    """

    a_month: float
    took: Numbers
    care: float
    lag: float


# From the share at the beginning to the share at the end; how often each is drawn.
PATHS: tuple[tuple[float, tuple[float, float]], ...] = (
    (0.30, (0.55, 0.50)),
    (0.30, (1.05, 0.60)),
    (0.20, (1.10, 1.05)),
    (0.20, (0.60, 0.95)),
)
# Requests a month, by what the unit does.
DEMAND: dict[str, float] = {Sector.CIVIL_REGISTRY: 55, Sector.HEALTH: 45, Sector.PERMITS: 30, Sector.TERRITORY: 18}
USUAL_DEMAND = 12
# January to December: enrolment in June and July, little in the month of fasting, much before the end of the year.
SEASON = np.array([1.0, 0.95, 0.85, 0.9, 1.0, 1.25, 1.3, 1.0, 0.95, 1.0, 1.05, 1.15])


def draw_story(rng: np.random.Generator, sector: str, scale: float) -> Story:
    """Draw how one service fares; `scale` multiplies how much it is asked for."""
    begins, ends = PATHS[rng.choice(len(PATHS), p=[share for share, _ in PATHS])][1]
    path = np.linspace(begins, ends, MONTHS) * np.exp(rng.normal(0, 0.06, MONTHS))
    demand = DEMAND.get(sector, USUAL_DEMAND) * float(np.exp(rng.normal(0, 0.35))) * scale
    return Story(demand, path, float(rng.uniform(2.9, 3.6)), float(rng.choice([0.05, 0.5, 3.0], p=[0.6, 0.25, 0.15])))


def arrivals(rng: np.random.Generator, story: Story, first_month: int) -> npt.NDArray[np.int64]:
    """Return how many requests each month brings; `first_month` counts from 0 for January."""
    season = SEASON[(first_month + np.arange(MONTHS)) % len(SEASON)]
    return rng.poisson(story.a_month * season).astype(np.int64)
