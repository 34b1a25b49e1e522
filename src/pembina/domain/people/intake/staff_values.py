"""What the columns of the record can hold; one value that does not fit would stop a whole import."""

from collections.abc import Iterator
from operator import attrgetter

from django.db.models import Model

from pembina.domain.people.enums import Education, LegalPosition
from pembina.domain.people.intake.rows import RowFinding, StaffRow
from pembina.domain.people.intake.staff_findings import StaffFindings
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.ranks import RANKS


def _length(model: type[Model], field: str) -> int:
    (found,) = (each for each in model._meta.concrete_fields if each.name == field)
    return found.max_length or 0


LENGTHS = {
    field: _length(model, field)
    for model, fields in (
        (Person, ("name", "title_before", "title_after", "email", "phone")),
        (Assignment, ("position", "position_code")),
    )
    for field in fields
}
LISTS = {
    "rank": frozenset(["", *RANKS]),
    "education": frozenset(["", *Education.values]),
    "legal_position": frozenset(LegalPosition.values),
}
BOUNDED, LISTED = attrgetter(*LENGTHS), attrgetter(*LISTS)


def wrong_values(row: StaffRow, say: StaffFindings) -> Iterator[RowFinding]:
    """Yield a finding for each value that the record cannot hold."""
    for (field, limit), value in zip(LENGTHS.items(), BOUNDED(row), strict=True):
        if value is not None and len(value) > limit:
            yield say.too_long(row, field, value, limit)
    for (field, known), value in zip(LISTS.items(), LISTED(row), strict=True):
        if value is not None and value not in known:
            yield say.unknown_value(row, field, value)
    if not row.name:
        yield say.unknown_value(row, "name", row.name)
