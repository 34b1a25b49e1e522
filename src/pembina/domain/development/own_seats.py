"""Nobody decides on oneself: whoever runs a batch and has a seat in it leaves that seat to a colleague."""

from collections.abc import Iterable

from pembina.domain.access.models import User
from pembina.domain.development.models import Enrolment
from pembina.domain.development.refusals import OwnSeatError


def is_own(seat: Enrolment, by: User) -> bool:
    """Say whether a seat, with its person at hand, is that of `by`."""
    return seat.person.nip == by.username


def require_others(seats: Iterable[Enrolment], by: User) -> None:
    """Raise ``OwnSeatError`` where one of the seats is that of `by`."""
    if any(is_own(seat, by) for seat in seats):
        raise OwnSeatError
