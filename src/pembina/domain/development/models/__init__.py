from pembina.domain.development.models.action_plans import ActionCheck, ActionItem, ActionPlan
from pembina.domain.development.models.batches import Batch, Session, SessionSeries, Trainer
from pembina.domain.development.models.bulk_enrolments import BulkEnrolment
from pembina.domain.development.models.calendar_addresses import CalendarAddress
from pembina.domain.development.models.certificates import Certificate, CertificateSeries
from pembina.domain.development.models.curricula import CompetenceUnit, Curriculum, CurriculumVersion
from pembina.domain.development.models.degree_studies import DegreeStudy, ProfessionalCertification
from pembina.domain.development.models.enrolments import Attendance, AttendanceNote, Enrolment
from pembina.domain.development.models.grade_imports import GradeChange, GradeImport
from pembina.domain.development.models.learning_imports import LearningImport, LearningImportRow
from pembina.domain.development.models.learning_records import LearningRecord
from pembina.domain.development.models.learning_tests import (
    Choice,
    Grade,
    LearningTest,
    Question,
    TestAnswer,
    TestAttempt,
    TestQuestion,
)
from pembina.domain.development.models.notices import Notice
from pembina.domain.development.models.own_forms import OwnLearningForm
from pembina.domain.development.models.partners import Partner, PartnerAccount, PartnerAgreement
from pembina.domain.development.models.programmes import EvaluationPlan, Programme, WavePlan
from pembina.domain.development.models.ratings import (
    BehaviourCheck,
    BehaviourRating,
    BehaviourStatement,
    CompetenceRating,
)
from pembina.domain.development.models.reactions import Reaction, ReactionGiven, ReactionRemark
from pembina.domain.development.models.siasn_ids import SiasnIdentity
from pembina.domain.development.models.waves import Wave, WaveSlip, WaveUnit

__all__ = [
    "ActionCheck",
    "ActionItem",
    "ActionPlan",
    "Attendance",
    "AttendanceNote",
    "Batch",
    "BehaviourCheck",
    "BehaviourRating",
    "BehaviourStatement",
    "BulkEnrolment",
    "CalendarAddress",
    "Certificate",
    "CertificateSeries",
    "Choice",
    "CompetenceRating",
    "CompetenceUnit",
    "Curriculum",
    "CurriculumVersion",
    "DegreeStudy",
    "Enrolment",
    "EvaluationPlan",
    "Grade",
    "GradeChange",
    "GradeImport",
    "LearningImport",
    "LearningImportRow",
    "LearningRecord",
    "LearningTest",
    "Notice",
    "OwnLearningForm",
    "Partner",
    "PartnerAccount",
    "PartnerAgreement",
    "ProfessionalCertification",
    "Programme",
    "Question",
    "Reaction",
    "ReactionGiven",
    "ReactionRemark",
    "Session",
    "SessionSeries",
    "SiasnIdentity",
    "TestAnswer",
    "TestAttempt",
    "TestQuestion",
    "Trainer",
    "Wave",
    "WavePlan",
    "WaveSlip",
    "WaveUnit",
]
