from pembina.domain.services.models.api_tokens import ApiToken, ReportedEvent
from pembina.domain.services.models.calendars import ClosedDay, OfficeWeek, SpecialWeek
from pembina.domain.services.models.catalogue import PublicService, ServiceStandard
from pembina.domain.services.models.commitments import Commitment, CommitmentNote
from pembina.domain.services.models.complaint_imports import ComplaintImport, ComplaintImportChange
from pembina.domain.services.models.complaint_publications import ComplaintPublication
from pembina.domain.services.models.complaints import Complaint, ComplaintContact, ComplaintMessage, ComplaintStep
from pembina.domain.services.models.forum_questions import ForumQuestion, QuestionSupport
from pembina.domain.services.models.forums import AgendaItem, Forum, ForumMinutes
from pembina.domain.services.models.imports import RequestImport, RequestImportChange, RequestImportFinding
from pembina.domain.services.models.requests import RequestPause, ServiceRequest
from pembina.domain.services.models.responses import ResponseDecision, SurveyImport, SurveyResponse
from pembina.domain.services.models.survey_results import FollowUp, FollowUpStep, SurveyPublication, SurveyReport
from pembina.domain.services.models.surveys import CounterCode, SurveyPeriod, SurveyPlace
from pembina.domain.services.models.tallies import MonthlyTally, TallyBasis

__all__ = [
    "AgendaItem",
    "ApiToken",
    "ClosedDay",
    "Commitment",
    "CommitmentNote",
    "Complaint",
    "ComplaintContact",
    "ComplaintImport",
    "ComplaintImportChange",
    "ComplaintMessage",
    "ComplaintPublication",
    "ComplaintStep",
    "CounterCode",
    "FollowUp",
    "FollowUpStep",
    "Forum",
    "ForumMinutes",
    "ForumQuestion",
    "MonthlyTally",
    "OfficeWeek",
    "PublicService",
    "QuestionSupport",
    "ReportedEvent",
    "RequestImport",
    "RequestImportChange",
    "RequestImportFinding",
    "RequestPause",
    "ResponseDecision",
    "ServiceRequest",
    "ServiceStandard",
    "SpecialWeek",
    "SurveyImport",
    "SurveyPeriod",
    "SurveyPlace",
    "SurveyPublication",
    "SurveyReport",
    "SurveyResponse",
    "TallyBasis",
]
