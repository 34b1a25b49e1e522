"""A mentor is given a mentee, and mentoring ends."""

from datetime import date, datetime

from django.db.models import Q

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Mentorship, Person
from pembina.domain.people.refusals import DatesReversedError, MentorshipExistsError, OwnMentorError


def begin_mentorship(
    *,
    mentor: Person,
    mentee: Person,
    starts_on: date,
    by: User | None,
    at: datetime,
    ends_on: date | None = None,
) -> Mentorship:
    """Let a person guide another from a day on.

    Raises ``OwnMentorError``, ``DatesReversedError``, and ``MentorshipExistsError`` where the two are paired on one of
    these days already.
    """
    if mentor == mentee:
        raise OwnMentorError(mentor.name)
    if ends_on is not None and ends_on < starts_on:
        raise DatesReversedError(starts_on, ends_on)
    mentorship = Mentorship(mentor=mentor, mentee=mentee, starts_on=starts_on, ends_on=ends_on)
    with one_event():
        Person.objects.select_for_update().get(pk=mentee.pk)
        if _paired(mentorship):
            raise MentorshipExistsError(mentor.name, mentee.name)
        mentorship.save()
        changes = {"mentor": ("", mentor.nip), "starts_on": ("", starts_on.isoformat())}
        record("begin_mentorship", on=mentorship, by=by, at=at, changes=changes, created=True)
    return mentorship


def end_mentorship(*, mentorship: Mentorship, on: date, by: User | None, at: datetime) -> None:
    """Let `on` be the last day; raises ``DatesReversedError`` outside its days."""
    if on < mentorship.starts_on:
        raise DatesReversedError(mentorship.starts_on, on)
    if mentorship.ends_on is not None and on > mentorship.ends_on:
        raise DatesReversedError(on, mentorship.ends_on)
    before = mentorship.ends_on.isoformat() if mentorship.ends_on else ""
    with one_event():
        mentorship.ends_on = on
        mentorship.save(update_fields=["ends_on"])
        record("end_mentorship", on=mentorship, by=by, at=at, changes={"ends_on": (before, on.isoformat())})


def _paired(mentorship: Mentorship) -> bool:
    """Say whether the same two are paired on one of the days already."""
    same = Mentorship.objects.filter(mentor=mentorship.mentor, mentee=mentorship.mentee)
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=mentorship.starts_on)
    begun = Q() if mentorship.ends_on is None else Q(starts_on__lte=mentorship.ends_on)
    return same.filter(lasting, begun).exists()
