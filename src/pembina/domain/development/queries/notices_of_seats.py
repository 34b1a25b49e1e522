"""Who is to be told of a seat: offered, given, or asked for by somebody one leads."""

from collections import defaultdict
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate

from pembina.domain.development.enums import BatchState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.notice_enums import NoticeKind
from pembina.domain.development.queries.notices import NEWS, Due, Letter, by_person, named, one_by_one
from pembina.domain.people.decisions import deciders_of
from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person

SEATING = (BatchState.OPEN, BatchState.RUNNING)


def offers_to_tell(*, at: datetime) -> list[Letter]:
    """Return a letter for everybody who was offered a seat and has not answered."""
    offered = _told_seats().filter(state=EnrolmentState.OFFERED, made_at__gt=at - NEWS)
    return one_by_one(
        Due(NoticeKind.OFFERED, seat.person, named(seat, seat.made_at), seat=seat) for seat in offered
    )  # fmt: skip


def seats_to_tell(*, at: datetime) -> list[Letter]:
    """Return a letter for everybody who got a seat without being there: from the line, by approval or appointment."""
    itself = Q(answered_at=F("seated_at")) | Q(origin=EnrolmentOrigin.REQUEST, made_at=F("seated_at"))
    seated = _told_seats().filter(state=EnrolmentState.ENROLLED, seated_at__gt=at - NEWS)
    seated = seated.exclude(pk__in=Enrolment.objects.filter(itself).values("pk"))
    return one_by_one(Due(NoticeKind.SEATED, seat.person, named(seat, seat.seated_at), seat=seat) for seat in seated)


def requests_to_tell(*, at: datetime) -> list[Letter]:
    """Return one letter a day for everybody on whom requests wait: the superior, or who stands in that day.

    For somebody whom nobody leads that is the organiser of the batch.
    """
    on = localdate(at)
    requested = _in_order(Enrolment.objects.filter(state=EnrolmentState.REQUESTED, batch__state__in=SEATING))
    leaders = deciders_of({seat.person_id for seat in requested}, on=on)
    deciders = {seat.pk: leaders[seat.person_id] or {seat.batch.organiser_id} - {seat.person_id} for seat in requested}
    told = with_mail({decider for found in deciders.values() for decider in found})
    waiting: dict[int, list[Enrolment]] = defaultdict(list)
    for seat in requested:
        for decider in sorted(deciders[seat.pk] & told.keys()):
            waiting[decider].append(seat)
    day = on.isoformat()
    return by_person(
        Due(NoticeKind.REQUESTS, told[decider], day, seat=seat) for decider, found in waiting.items() for seat in found
    )


def with_mail(people: set[int]) -> dict[int, Person]:
    """Return those of the people who are in service and have an address, by number."""
    found = Person.objects.filter(pk__in=people, legal_position=LegalPosition.ACTIVE).exclude(email="")
    return {person.pk: person for person in found}


def reached(seats: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Return the seats of people in service who have an address."""
    return seats.filter(person__legal_position=LegalPosition.ACTIVE).exclude(person__email="")


def _told_seats() -> QuerySet[Enrolment]:
    return _in_order(reached(Enrolment.objects.filter(batch__state__in=SEATING)))


def _in_order(seats: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    return seats.select_related("person", "batch__programme").order_by("made_at", "pk")
