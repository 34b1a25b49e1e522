"""The end of a period: what is signed is delivered, who was silent is passed by; nobody is rated by the machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from pembina.domain.access.audit import Changes, Known, Touched, local_date, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.appraisal_refusals import PeriodClosedError, WindowRunningError
from pembina.domain.performance.letters import Occasion, days_of_document, tell
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.models.appraisals import OPEN

AT_ONCE = 500
TO_DELIVER = Q(state=AppraisalState.SIGNED)
TO_ESCALATE = Q(state__in=OPEN, superior__isnull=False, escalated_at__isnull=True)
STAYS_OPEN = Q(state__in=OPEN)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a period would do: documents to deliver, silent raters to pass by, and what stays open."""

    to_deliver: int
    to_escalate: int
    without_superior: int
    stays_open: int


def closing_of(period: EvaluationPeriod) -> Closing:
    """Return what closing would do now, for a preview; it is what `close_appraisals` does."""
    found = Appraisal.objects.filter(period=period).aggregate(
        to_deliver=Count("pk", filter=TO_DELIVER),
        to_escalate=Count("pk", filter=TO_ESCALATE),
        without_superior=Count("pk", filter=STAYS_OPEN & Q(superior__isnull=True)),
        stays_open=Count("pk", filter=STAYS_OPEN),
    )
    return Closing(**found)


def require_window_over(period: EvaluationPeriod, *, at: datetime) -> None:
    """Raise ``WindowRunningError`` while raters still have time."""
    if local_date(at) <= period.window_ends:
        raise WindowRunningError(period.window_ends)


def close_appraisals(
    *, period: EvaluationPeriod, by: User, at: datetime, progress: Progress = lambda done, total: None
) -> dict[str, int]:
    """Deliver all that is signed, pass the silent raters by, and close the period where nothing stays open.

    Raises
    ------
    PeriodClosedError, WindowRunningError
    """
    if period.closed_at is not None:
        raise PeriodClosedError(period.label)
    require_window_over(period, at=at)
    there = Appraisal.objects.filter(period=period)
    signed, silent = there.filter(TO_DELIVER), there.filter(TO_ESCALATE)
    total, done = signed.count() + silent.count(), 0
    delivered = escalated = 0
    for some in _pieces(signed):
        with one_event():
            kept = list(there.filter(TO_DELIVER, pk__in=some).select_for_update(of=("self",)).select_related("person"))
            Appraisal.objects.filter(pk__in=[each.pk for each in kept]).update(
                state=AppraisalState.DELIVERED, delivered_at=at
            )
            told = _touched(kept, period, {"state": ("signed", "delivered")})
            record_many("deliver_appraisal", subjects=told, by=by, at=at, known=Appraisal)
            for by_superior in (False, True):
                people = [each.person_id for each in kept if each.rater_was_silent is by_superior]
                tell(Occasion.DELIVERED, people, more=days_of_document(silent=by_superior, on=local_date(at)))
        delivered, done = delivered + len(kept), done + len(some)
        progress(done, total)
    for some in _pieces(silent):
        with one_event():
            kept = list(there.filter(TO_ESCALATE, pk__in=some).select_for_update(of=("self",)).select_related("person"))
            Appraisal.objects.filter(pk__in=[each.pk for each in kept]).update(escalated_at=at)
            told = _touched(kept, period, {"escalated_at": ("", at.isoformat())})
            record_many("escalate_appraisal", subjects=told, by=by, at=at, known=Appraisal)
        escalated, done = escalated + len(kept), done + len(some)
        progress(done, total)
    left = _close(period, by=by, at=at)
    return {"delivered": delivered, "escalated": escalated, "left": left}


def _pieces(found: QuerySet[Appraisal]) -> Iterator[list[int]]:
    numbers = list(found.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(numbers), AT_ONCE):
        yield numbers[first : first + AT_ONCE]


def _touched(kept: list[Appraisal], period: EvaluationPeriod, changes: Changes) -> list[Touched]:
    return [
        Touched(Known(Appraisal, each.pk, f"{each.person.titled_name}, {period.label}", each.person.nip), changes)
        for each in kept
    ]


def _close(period: EvaluationPeriod, *, by: User, at: datetime) -> int:
    """Close the period where nobody is still to be rated; return how many are."""
    with one_event():
        kept = EvaluationPeriod.objects.select_for_update().get(pk=period.pk)
        left = Appraisal.objects.filter(STAYS_OPEN, period=kept).count()
        if left or kept.closed_at is not None:
            return left
        kept.closed_by, kept.closed_at = by, at
        kept.save(update_fields=["closed_by", "closed_at"])
        record("close_period", on=kept, by=by, at=at, changes={"closed_at": ("", at.isoformat())})
    return 0
