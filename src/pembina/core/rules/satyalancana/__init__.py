"""Satyalancana Karya Satya: who comes into question for the medal of 10, 20 or 30 years."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.satyalancana.formula import Discipline, Medal, MedalStanding, MedalState, medal_standings

__all__ = ["Discipline", "Medal", "MedalStanding", "MedalState", "NotInForceError", "medal_standings"]
