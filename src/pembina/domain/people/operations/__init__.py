"""What may be done to the records of people: each operation happens whole or not at all and leaves one audit event."""

from pembina.domain.people.operations.assignments import assign, change_superior, end_assignment
from pembina.domain.people.operations.delegations import delegate, end_delegation
from pembina.domain.people.operations.exports import note_export
from pembina.domain.people.operations.persons import Enrolled, enrol_person
from pembina.domain.people.operations.units import close_unit, merge_units, move_unit, open_unit

__all__ = [
    "Enrolled",
    "assign",
    "change_superior",
    "close_unit",
    "delegate",
    "end_assignment",
    "end_delegation",
    "enrol_person",
    "merge_units",
    "move_unit",
    "note_export",
    "open_unit",
]
