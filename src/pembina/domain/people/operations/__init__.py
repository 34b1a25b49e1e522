"""What may be done to the records of people: each operation happens whole or not at all and leaves one audit event."""

from pembina.domain.people.operations.assignments import assign, change_superior, end_assignment
from pembina.domain.people.operations.delegations import delegate, end_delegation
from pembina.domain.people.operations.exports import note_export, note_trail_export
from pembina.domain.people.operations.mentorships import begin_mentorship, end_mentorship
from pembina.domain.people.operations.persons import (
    Enrolled,
    Facts,
    edit_person,
    enrol_person,
    facts_of,
    number_findings,
)
from pembina.domain.people.operations.reports import (
    Suggestion,
    accept_report,
    decline_report,
    report_error,
    suggestion_of,
    withdraw_report,
)
from pembina.domain.people.operations.role_grants import grant_role, revoke_role
from pembina.domain.people.operations.transfers import Post, correct_assignment, transfer
from pembina.domain.people.operations.unit_carrying import hanging_on
from pembina.domain.people.operations.units import close_unit, edit_unit, merge_units, move_unit, open_unit

__all__ = [
    "Enrolled",
    "Facts",
    "Post",
    "Suggestion",
    "accept_report",
    "assign",
    "begin_mentorship",
    "change_superior",
    "close_unit",
    "correct_assignment",
    "decline_report",
    "delegate",
    "edit_person",
    "edit_unit",
    "end_assignment",
    "end_delegation",
    "end_mentorship",
    "enrol_person",
    "facts_of",
    "grant_role",
    "hanging_on",
    "merge_units",
    "move_unit",
    "note_export",
    "note_trail_export",
    "number_findings",
    "open_unit",
    "report_error",
    "revoke_role",
    "suggestion_of",
    "transfer",
    "withdraw_report",
]
