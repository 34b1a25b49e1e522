"""Who sits and who waits. All of it under a lock on the batch, so that the last seat goes to exactly one.

A person who could not come (no longer active, or somewhere else at that time) is passed over when the line moves up,
and keeps the place in it; `move_up_waiting` seats them once nothing hinders them any more.
"""

from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, EnrolmentState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Session
from pembina.domain.development.queries.screening import screened
from pembina.domain.development.refusals import WrongStepError

E = EnrolmentState
SEATING = (BatchState.OPEN, BatchState.RUNNING)


def locked_batch(batch: Batch, *states: BatchState) -> Batch:
    """Return the batch as it stands, held until the transaction ends; raises ``WrongStepError`` in another state."""
    kept = Batch.objects.select_for_update(of=("self",)).select_related("programme", "version").get(pk=batch.pk)
    if states and kept.state not in states:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def seats_taken(batch: Batch) -> int:
    """Return how many sit."""
    return Enrolment.objects.filter(batch=batch, state=E.ENROLLED).count()


def give_place(enrolment: Enrolment, batch: Batch, *, by: User | None, at: datetime) -> None:
    """Give a seat, or the end of the line where none is left once the line has moved up; the row is not saved.

    `batch` is locked by the caller.
    """
    move_up(batch, by=by, at=at)
    enrolment.queued_at = at
    if seats_taken(batch) >= batch.seats:
        enrolment.state = E.WAITING
    else:
        enrolment.state, enrolment.seated_at = E.ENROLLED, at


def move_up(batch: Batch, *, by: User | None, at: datetime) -> list[Enrolment]:
    """Seat those who wait, the longest first, as far as seats are free; `batch` is locked by the caller.

    Nobody is seated in a batch that is over or called off.
    """
    free = batch.seats - seats_taken(batch)
    if free <= 0 or batch.state not in SEATING:
        return []
    line = list(
        Enrolment.objects.filter(batch=batch, state=E.WAITING).select_related("person").order_by("queued_at", "pk")
    )
    if not line:
        return []
    hindered = screened(batch, [one.person_id for one in line], at=at, also_cover=False, in_again=True).obstacles
    seated = [one for one in line if one.person_id not in hindered][:free]
    for one in seated:
        one.state, one.seated_at = E.ENROLLED, at
        one.save(update_fields=["state", "seated_at"])
        changes = {"state": (str(E.WAITING), str(E.ENROLLED))}
        record("move_up", on=one, by=by, at=at, changes=changes)
    return seated


def move_up_waiting(*, by: User | None, at: datetime) -> int:
    """Seat those who were passed over and could come now, batch by batch; return how many."""
    seated = 0
    for batch in _with_room(at).order_by("pk"):
        with one_event():
            seated += len(move_up(locked_batch(batch), by=by, at=at))
    return seated


def _with_room(at: datetime) -> QuerySet[Batch]:
    """Return the batches with free seats and a line; one whose last session has ended needs nobody any more."""
    planned = Session.objects.filter(batch=OuterRef("pk"), state=SessionState.PLANNED)
    taken = Count("enrolments", filter=Q(enrolments__state=E.ENROLLED))
    line = Enrolment.objects.filter(batch=OuterRef("pk"), state=E.WAITING)
    found = Batch.objects.filter(Exists(line), Exists(planned.filter(ends_at__gt=at)) | ~Exists(planned))
    return found.filter(state__in=SEATING).annotate(taken=taken).filter(taken__lt=F("seats"))
