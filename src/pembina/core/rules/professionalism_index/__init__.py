"""The index of professionalism of civil servants (IP ASN): a simulation by a stated formula, missing parts shown."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.professionalism_index.dimensions import Dimension
from pembina.core.rules.professionalism_index.evidence import (
    NO_TRAINING,
    Course,
    PositionKind,
    Punishment,
    Training,
)
from pembina.core.rules.professionalism_index.formula import (
    Category,
    CategoryStep,
    DimensionPoints,
    ProfessionalismIndex,
    index_category,
    professionalism_index,
)
from pembina.core.rules.professionalism_index.refusals import Refusal, UnusableIndexError

__all__ = [
    "NO_TRAINING",
    "Category",
    "CategoryStep",
    "Course",
    "Dimension",
    "DimensionPoints",
    "NotInForceError",
    "PositionKind",
    "ProfessionalismIndex",
    "Punishment",
    "Refusal",
    "Training",
    "UnusableIndexError",
    "index_category",
    "professionalism_index",
]
