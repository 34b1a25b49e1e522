"""Lists of people leave the system; who took which, and whom it holds, is written down."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.models import Person

AT_A_TIME = 2_000


def note_export(*, people: QuerySet[Person], filters: str, by: User, at: datetime, address: str | None = None) -> None:
    """Write down that `by` takes a list of `people`, narrowed as `filters` says, and for each that they stand in it."""
    with one_event():
        changes = {"people": ("", str(people.count())), "filters": ("", filters)}
        record("export_staff", on=by, by=by, at=at, changes=changes, address=address)
        listed = people.prefetch_related(None).order_by("pk").iterator(chunk_size=AT_A_TIME)
        others = (Touched(person) for person in listed if person.nip != by.username)
        record_many("export_person", subjects=others, by=by, at=at, address=address)


def note_trail_export(
    *, events: QuerySet[Any], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a part of the audit trail, and for each person of whom it tells that it does."""
    with one_event():
        changes = {"events": ("", str(events.order_by().count())), "filters": ("", filters)}
        people = Person.objects.filter(nip__in=events.order_by().values("concerns")).exclude(nip=by.username)
        told = [Touched(person) for person in people.order_by("pk").iterator(chunk_size=AT_A_TIME)]
        record("export_trail", on=by, by=by, at=at, changes=changes, address=address)
        record_many("export_trail_of", subjects=told, by=by, at=at, address=address)
