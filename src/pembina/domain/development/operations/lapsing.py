"""An offer that nobody answered in time ends; the place it kept in the unit is free for others."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.operations.seats import locked_batch, move_up
from pembina.domain.development.queries.offers_lapsing import SEATING, answer_by, has_lapsed, lapsed_offers
from pembina.domain.people.refusals import spelled

E = EnrolmentState


def lapse_offers(*, by: User | None, at: datetime) -> int:
    """End the offers that were not answered in time and let the lines move up; return how many ended."""
    return sum(_lapse(seat, by=by, at=at) for seat in lapsed_offers(at=at))


def _lapse(seat: Enrolment, *, by: User | None, at: datetime) -> bool:
    """End one offer, unless it was answered meanwhile."""
    with one_event():
        batch = locked_batch(seat.batch)
        held = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "batch")
        kept = held.filter(pk=seat.pk, state=E.OFFERED).first()
        if kept is None or batch.state not in SEATING or not has_lapsed(kept, at=at):
            return False
        kept.state, kept.ended_at = E.LAPSED, at
        kept.reason = f"Tidak dijawab sampai {spelled(answer_by(kept)).id}."
        kept.save(update_fields=["state", "ended_at", "reason"])
        changes = {"state": (str(E.OFFERED), str(E.LAPSED))}
        record("lapse_offer", on=kept, by=by, at=at, changes=changes, why=kept.reason)
        move_up(batch, by=by, at=at)
    return True
