"""For whom somebody decides: the staff led, or those of a superior in whose place one stands.

`people.approvals` says who decides for one person; here the same is asked the other way round, for lists.
"""

from datetime import date

from django.db.models import QuerySet

from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.people.approvals import approvers_for
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person

SUPERIOR, DELEGATE = "direct_superior", "delegate"
SEATING = (BatchState.OPEN, BatchState.RUNNING)


def deciding_as(actor: User, person: Person, batch: Batch, *, on: date) -> str | None:
    """Return in what capacity `actor` decides for `person`, None where it is for somebody else.

    Where nobody leads a person, whoever runs the batch decides (the role says enough: an empty word), but not for
    oneself.
    """
    if not actor.is_active or person.nip == actor.username:
        return None
    approvers = approvers_for(person, on=on)
    for approver in approvers:
        if approver.person.nip == actor.username:
            return DELEGATE if approver.order is not None else SUPERIOR
    if not approvers and batches_run_by(actor, on=on).filter(pk=batch.pk).exists():
        return ""
    return None


def led_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the active and other persons for whom `actor` decides today as the superior or in the superior's place."""
    return people_decided_by(actor, on=on)


def requests_to_decide(actor: User, *, on: date) -> QuerySet[Enrolment]:
    """Return the requests of those `actor` leads, the oldest first; not of a batch that gives seats no longer."""
    requested = Enrolment.objects.filter(state=EnrolmentState.REQUESTED, batch__state__in=SEATING)
    waiting = requested.filter(person__in=led_by(actor, on=on))
    return waiting.select_related("person", "batch__programme", "batch__version__curriculum").order_by("made_at", "pk")
