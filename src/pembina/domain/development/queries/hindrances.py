"""What stands in the way of one person, as the refusal that an operation raises."""

from datetime import datetime

from pembina.domain.development.enrolment_refusals import AlreadyInError, CoverError, NotActiveError, ScheduleClashError
from pembina.domain.development.models import Batch
from pembina.domain.development.queries.screening import Hindrance, screened
from pembina.domain.people.models import Person


def refuse_hindered(
    batch: Batch,
    person: Person,
    *,
    at: datetime,
    also_cover: bool = True,
    in_again: bool = True,
    cover_reason: str = "",
) -> None:
    """Raise ``AlreadyInError``, ``NotActiveError``, ``ScheduleClashError`` or ``CoverError`` for who cannot come.

    A written `cover_reason` overrides the cover of the unit, and nothing else.
    """
    asked = also_cover and not cover_reason.strip()
    found = screened(batch, [person.pk], at=at, also_cover=asked, in_again=in_again).of(person.pk)
    if found is None:
        return
    if found.hindrance is Hindrance.INACTIVE:
        raise NotActiveError(person.titled_name)
    if found.hindrance is Hindrance.CLASH:
        raise ScheduleClashError(person.titled_name, found.because)
    if found.hindrance is Hindrance.COVER:
        raise CoverError(found.because)
    raise AlreadyInError(person.titled_name)
