"""When a training ended, and what follows from that day: read from the sessions, never stored."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery

from pembina.core.rules.training_follow_up import Window, behaviour_window, rating_window
from pembina.domain.development.enums import BatchState, EvaluationLevel, SessionState
from pembina.domain.development.models import Batch, EvaluationPlan


@dataclass(frozen=True, slots=True)
class TrainingDays:
    """The days of one batch on its own clock; None without sessions, or without a scheduled month."""

    first: date | None
    last: date | None
    ends_at: datetime | None
    behaviour: Window | None
    rating: Window | None

    def is_over(self, at: datetime) -> bool:
        return self.ends_at is not None and self.ends_at <= at


def training_days(batches: QuerySet[Batch], *, on: date) -> dict[int, TrainingDays]:
    """Return the days of batches by their number, in one query; what was called off does not count."""
    held = Q(sessions__state=SessionState.PLANNED)
    months = EvaluationPlan.objects.filter(level=EvaluationLevel.BEHAVIOUR, programme=OuterRef("programme"))
    found = (
        batches.exclude(state=BatchState.CANCELLED)
        .order_by()
        .annotate(
            begins=Min("sessions__starts_at", filter=held),
            ends=Max("sessions__ends_at", filter=held),
            months=Subquery(months.values("months_after")[:1]),
        )
    )
    rows = found.values_list("pk", "time_zone", "begins", "ends", "months")
    return {pk: _days(ZoneInfo(zone), begins, ends, months, on) for pk, zone, begins, ends, months in rows}


def days_of(batch: Batch, *, on: date) -> TrainingDays:
    """Return the days of one batch; of one that was called off, none."""
    return training_days(Batch.objects.filter(pk=batch.pk), on=on).get(batch.pk) or TrainingDays(*[None] * 5)


def _days(zone: ZoneInfo, begins: datetime | None, ends: datetime | None, months: int | None, on: date) -> TrainingDays:
    if begins is None or ends is None:
        return TrainingDays(None, None, None, None, None)
    # One that ends at midnight ends with its day.
    last = (ends - timedelta(microseconds=1)).astimezone(zone).date()
    behaviour = None if months is None else behaviour_window(last_session=last, months=months, on=on)
    return TrainingDays(begins.astimezone(zone).date(), last, ends, behaviour, rating_window(last_session=last, on=on))
