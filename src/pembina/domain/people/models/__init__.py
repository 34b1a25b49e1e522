from pembina.domain.people.models.assignments import Assignment
from pembina.domain.people.models.bulk_changes import BulkChange
from pembina.domain.people.models.delegations import Delegation
from pembina.domain.people.models.imports import FileFinding, FileImport, ImportBatch, ImportChange, ImportFinding
from pembina.domain.people.models.mentorships import Mentorship
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.reports import CorrectionReport
from pembina.domain.people.models.units import Unit, UnitAncestry

__all__ = [
    "Assignment",
    "BulkChange",
    "CorrectionReport",
    "Delegation",
    "FileFinding",
    "FileImport",
    "ImportBatch",
    "ImportChange",
    "ImportFinding",
    "Mentorship",
    "Person",
    "Unit",
    "UnitAncestry",
]
