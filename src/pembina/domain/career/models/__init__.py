from pembina.domain.career.models.awards import Award, AwardCriterion, AwardWinner
from pembina.domain.career.models.jury import DeclaredRelation, JuryMember, JuryScore, JurySheet
from pembina.domain.career.models.medals import HeldMedal, ServiceCheck
from pembina.domain.career.models.nominations import Nomination, NominationReason, NominationSupport
from pembina.domain.career.models.record_imports import RecordImport

__all__ = [
    "Award",
    "AwardCriterion",
    "AwardWinner",
    "DeclaredRelation",
    "HeldMedal",
    "JuryMember",
    "JuryScore",
    "JurySheet",
    "Nomination",
    "NominationReason",
    "NominationSupport",
    "RecordImport",
    "ServiceCheck",
]
