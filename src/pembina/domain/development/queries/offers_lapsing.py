"""Until when an offered seat waits for an answer."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.models import Enrolment

# An offer made at the close of enrolment or later leaves at least this time to answer.
LEAST_DAYS_TO_ANSWER = 3
SEATING = (BatchState.OPEN, BatchState.RUNNING)


def answer_by(seat: Enrolment) -> date:
    """Return the last day on which an offer may be answered, on the clock of the batch.

    That is so many days after the offer as the batch says, else the close of enrolment.
    """
    made = seat.made_at.astimezone(seat.batch.zone).date()
    if seat.batch.answer_days is not None:
        return made + timedelta(days=seat.batch.answer_days)
    return max(seat.batch.closes_on, made + timedelta(days=LEAST_DAYS_TO_ANSWER))


def has_lapsed(seat: Enrolment, *, at: datetime) -> bool:
    """Say whether an offer is over."""
    return at.astimezone(seat.batch.zone).date() > answer_by(seat)


def lapsed_offers(*, at: datetime) -> list[Enrolment]:
    """Return the offers that nobody answered in time, of batches that still give seats."""
    maybe = Q(batch__answer_days__isnull=False) | Q(batch__closes_on__lte=localdate(at))
    return [seat for seat in _offered().filter(maybe) if has_lapsed(seat, at=at)]


def _offered() -> QuerySet[Enrolment]:
    offered = Enrolment.objects.filter(state=EnrolmentState.OFFERED, batch__state__in=SEATING)
    return offered.select_related("person", "batch").order_by("batch", "pk")
