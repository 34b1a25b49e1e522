"""Credit points (angka kredit) of functional positions: what an appraisal gives, and what the next step needs."""

from pembina.core.rules.credit_points.formula import CreditPoints, credit_points
from pembina.core.rules.credit_points.levels import Level, LevelStep, level_named, level_of_siasn, level_step, levels
from pembina.core.rules.credit_points.needs import CreditNeed, NeedState, Step, credit_need
from pembina.core.rules.credit_points.refusals import Refusal, UnusableCreditError
from pembina.core.rules.dated import NotInForceError

__all__ = [
    "CreditNeed",
    "CreditPoints",
    "Level",
    "LevelStep",
    "NeedState",
    "NotInForceError",
    "Refusal",
    "Step",
    "UnusableCreditError",
    "credit_need",
    "credit_points",
    "level_named",
    "level_of_siasn",
    "level_step",
    "levels",
]
