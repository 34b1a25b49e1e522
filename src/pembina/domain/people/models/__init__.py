from pembina.domain.people.models.assignments import Assignment
from pembina.domain.people.models.delegations import Delegation
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.units import Unit, UnitAncestry

__all__ = ["Assignment", "Delegation", "Person", "Unit", "UnitAncestry"]
