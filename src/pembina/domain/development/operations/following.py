"""Who may act on the follow-up of a training: the participant, and whoever decides for the participant that day."""

from datetime import datetime

from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import Enrolment
from pembina.domain.development.plan_refusals import NoSeatError, NotYourPlanError
from pembina.domain.people.approvals import Approver, approvers_for


def require_participant(seat: Enrolment, *, actor: User) -> None:
    """Refuse everybody but the participant, and who lost the seat; raises ``NotYourPlanError``, ``NoSeatError``."""
    if not actor.is_active or seat.person.nip != actor.username:
        raise NotYourPlanError
    _require_seat(seat)


def require_leader(seat: Enrolment, *, actor: User, moment: datetime) -> Approver:
    """Return as whom `actor` decides; raises ``NotYourPlanError`` and ``NoSeatError``."""
    found = next((one for one in leaders_of(seat, moment=moment) if one.person.nip == actor.username), None)
    if found is None or not actor.is_active:
        raise NotYourPlanError
    _require_seat(seat)
    return found


def require_side(seat: Enrolment, side: Side, *, actor: User, moment: datetime) -> Approver | None:
    """Refuse who does not stand on that side; return as whom a superior acts."""
    if side == Side.SELF:
        require_participant(seat, actor=actor)
        return None
    return require_leader(seat, actor=actor, moment=moment)


def leaders_of(seat: Enrolment, *, moment: datetime) -> tuple[Approver, ...]:
    """Return who decides for the participant on the day of a moment."""
    return approvers_for(seat.person, on=local_date(moment))


def acting_as(leader: Approver | None) -> str:
    """Return by which order somebody decides who is not the superior; empty otherwise."""
    return f"{leader.order.get_kind_display()} {leader.order.letter}" if leader and leader.order else ""


def _require_seat(seat: Enrolment) -> None:
    if seat.state != EnrolmentState.ENROLLED:
        raise NoSeatError
