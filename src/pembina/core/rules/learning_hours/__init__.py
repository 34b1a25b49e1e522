"""Learning hours (jam pelajaran, JP): the forms of development, what they count for, and the bounds of a year."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.learning_hours.certainty import Certainty
from pembina.core.rules.learning_hours.forms import (
    CertificateCode,
    Equivalent,
    LearningForm,
    OwnForm,
    Unit,
    form,
    forms,
)
from pembina.core.rules.learning_hours.formula import LearningHours, Source, learning_hours
from pembina.core.rules.learning_hours.refusals import Refusal, UnusableHoursError
from pembina.core.rules.learning_hours.yearly import (
    Bounds,
    OwnBounds,
    State,
    Status,
    YearlyStanding,
    YearSum,
    year_sum,
    yearly_standing,
)

__all__ = [
    "Bounds",
    "Certainty",
    "CertificateCode",
    "Equivalent",
    "LearningForm",
    "LearningHours",
    "NotInForceError",
    "OwnBounds",
    "OwnForm",
    "Refusal",
    "Source",
    "State",
    "Status",
    "Unit",
    "UnusableHoursError",
    "YearSum",
    "YearlyStanding",
    "form",
    "forms",
    "learning_hours",
    "year_sum",
    "yearly_standing",
]
