"""What serves citizens moves with its unit where that is merged into another; what has ended stays where it was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Q, QuerySet

from pembina.domain.access.audit import Changes, Touched, local_date, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.unit_changes import Hanging
from pembina.domain.services.complaint_clock import begun_at, deadline_of
from pembina.domain.services.complaint_enums import OPEN_STATES, ComplaintKind
from pembina.domain.services.enums import CommitmentState, ForumState
from pembina.domain.services.models import (
    ApiToken,
    Commitment,
    Complaint,
    Forum,
    PublicService,
    SurveyPeriod,
    SurveyPlace,
)
from pembina.domain.services.operations.complaints import note_step
from pembina.domain.services.operations.services import move_service
from pembina.domain.services.survey_coverage import services_in
from pembina.domain.services.survey_refusals import RoundsMeetError

LIVE_FORUMS = (ForumState.DRAFT, ForumState.ANNOUNCED, ForumState.HELD)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record that hangs on units: which, its words, and which rows go on after a day."""

    model: type[Model]
    id: str
    one: str
    many: str
    going_on: Callable[[date], Q]

    def of(self, unit: Unit, after: date) -> "QuerySet[Any]":
        return self.model._default_manager.filter(self.going_on(after), unit=unit).order_by("pk")


SERVICES = Kind(
    PublicService, "layanan", "service", "services", lambda day: Q(closed_on__isnull=True) | Q(closed_on__gt=day)
)
PLACES = Kind(SurveyPlace, "loket SKM", "survey counter", "survey counters", lambda day: Q(is_active=True))
ROUNDS = Kind(SurveyPeriod, "periode SKM", "survey period", "survey periods", lambda day: Q(closes_on__gt=day))
COMPLAINTS = Kind(
    Complaint, "pengaduan yang belum selesai", "open complaint", "open complaints",
    lambda day: Q(state__in=OPEN_STATES),
)  # fmt: skip
PROMISES = Kind(
    Commitment, "janji tindak lanjut", "promise", "promises", lambda day: Q(state=CommitmentState.OPEN)
)  # fmt: skip
FORUMS = Kind(Forum, "forum warga", "forum", "forums", lambda day: Q(state__in=LIVE_FORUMS))
TOKENS = Kind(ApiToken, "token API", "API token", "API tokens", lambda day: Q(revoked_at__isnull=True))
KINDS = (SERVICES, PLACES, ROUNDS, COMPLAINTS, PROMISES, FORUMS, TOKENS)


def services_hanging_on(unit: Unit, *, after: date) -> list[Hanging]:
    """Return how much of each kind goes on at a unit after a day."""
    return [Hanging(kind.of(unit, after).count(), kind.id, kind.one, kind.many) for kind in KINDS]


def carry_services(unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Move all of it. Services are counted by the hours of `into` from now on, as `move_service` does it.

    Raises ``RoundsMeetError`` where a round of the survey would overlap one of `into`.
    """
    _carry_rounds(unit, into, after, by, at)
    today = local_date(at)
    for service in SERVICES.of(unit, after):
        move_service(service=service, to=into, on=today, by=by, at=at)
    _carry_places(unit, into, after, by, at)
    _carry_complaints(unit, into, after, by, at)
    for kind in (PROMISES, FORUMS, TOKENS):
        rows = list(kind.of(unit, after))
        kind.of(unit, after).update(unit=into)
        _tell(rows, {"unit": (unit.code, into.code)}, by, at)


def _carry_rounds(unit: Unit, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Let a round that covered all of the unit go on to cover that, and not what `into` has besides."""
    for period in ROUNDS.of(unit, after):
        other = SurveyPeriod.objects.filter(unit=into, opens_on__lte=period.closes_on, closes_on__gte=period.opens_on)
        if met := other.first():
            raise RoundsMeetError(period.title, met.title)
        changes = {"unit": (unit.code, into.code)}
        if not period.services.exists():
            covered = list(services_in(period))
            period.services.set(covered)
            changes["services"] = ("", ", ".join(service.code for service in covered))
        period.unit = into
        period.save(update_fields=["unit"])
        _tell([period], changes, by, at)


def _carry_places(unit: Unit, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Move the counters; one whose name is taken there is told apart by the code of its former unit."""
    taken = set(SurveyPlace.objects.filter(unit=into).values_list("name", flat=True))
    longest = SurveyPlace._meta.get_field("name").max_length or 0
    for place in PLACES.of(unit, after):
        changes, before = {"unit": (unit.code, into.code)}, place.name
        number = 1
        while place.name in taken:
            ending = f" ({unit.code})" if number == 1 else f" ({unit.code}, {number})"
            place.name, number = before[: longest - len(ending)] + ending, number + 1
        if place.name != before:
            changes["name"] = (before, place.name)
        taken.add(place.name)
        place.unit = into
        place.save(update_fields=["unit", "name"])
        _tell([place], changes, by, at)


def _carry_complaints(unit: Unit, into: Unit, after: date, by: User | None, at: datetime) -> None:
    """Move what is not answered yet, with its officer; the clock goes on by the calendar of `into`."""
    for complaint in COMPLAINTS.of(unit, after).select_for_update():
        changes = {"unit": (unit.code, into.code)}
        complaint.unit = into
        if complaint.kind == ComplaintKind.COMPLAINT:
            before = complaint.due_on
            complaint.due_on = deadline_of(unit=into, severity=complaint.severity, since=begun_at(complaint)).due_on
            if complaint.due_on != before:
                changes["due_on"] = (before.isoformat(), complaint.due_on.isoformat())
        complaint.save(update_fields=["unit", "due_on"])
        note_step(complaint, by=by, at=at)
        record("carry_along", on=complaint, by=by, at=at, changes=changes)


def _tell(rows: Iterable[Model], changes: Changes, by: User | None, at: datetime) -> None:
    record_many("carry_along", subjects=(Touched(row, changes) for row in rows), by=by, at=at)
