"""Notes and requests, each with the scope of whoever reads them.

A note is read by the person it is about, by its author, and by who decides for the person. Nobody else reads its words:
human resources see how often feedback is given (`queries.cadence`), never what was said.
"""

from datetime import date, datetime, timedelta

from django.db.models import Case, Count, Q, QuerySet, When

from pembina.core.rules.appraisal_rating import FeedbackTally
from pembina.domain.access.models import User
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.performance.feedback_enums import RequestState, Tone
from pembina.domain.performance.models import Feedback, FeedbackRequest

CORRECTED_WITHIN = timedelta(hours=24)


def notes_about(actor: User) -> QuerySet[Feedback]:
    """Return what was said to `actor`."""
    return Feedback.objects.filter(person__nip=actor.username) if actor.is_active else Feedback.objects.none()


def notes_by(actor: User) -> QuerySet[Feedback]:
    """Return what `actor` has said."""
    return Feedback.objects.filter(author__nip=actor.username) if actor.is_active else Feedback.objects.none()


def notes_about_led(actor: User, *, on: date) -> QuerySet[Feedback]:
    """Return what was said, by anybody, to those for whom `actor` decides on a day."""
    return Feedback.objects.filter(person__in=people_decided_by(actor, on=on).values("pk"))


def notes_read_by(actor: User, *, on: date) -> QuerySet[Feedback]:
    """Return every note that `actor` may read."""
    if not actor.is_active:
        return Feedback.objects.none()
    led = people_decided_by(actor, on=on).values("pk")
    return Feedback.objects.filter(Q(person__nip=actor.username) | Q(author__nip=actor.username) | Q(person__in=led))


def with_people(notes: QuerySet[Feedback]) -> QuerySet[Feedback]:
    """Return notes with all that a list or a page tells of them."""
    return notes.select_related("person", "author", "goal", "request", "follows")


def requests_read_by(actor: User) -> QuerySet[FeedbackRequest]:
    """Return what `actor` asked of others, and others of `actor`: what is open first, then the latest."""
    if not actor.is_active:
        return FeedbackRequest.objects.none()
    mine = FeedbackRequest.objects.filter(Q(asker__nip=actor.username) | Q(asked__nip=actor.username))
    is_open = Case(When(state=RequestState.OPEN, then=0), default=1)
    return mine.select_related("asker", "asked", "note").order_by(is_open, "-asked_at", "-pk")


def requests_waiting(actor: User) -> QuerySet[FeedbackRequest]:
    """Return the requests that `actor` has not answered."""
    return requests_read_by(actor).filter(asked__nip=actor.username, state=RequestState.OPEN)


def may_correct(note: Feedback, *, at: datetime) -> bool:
    """Say whether its author may still correct a note: for a day, and while it is not answered."""
    return note.answered_at is None and at <= note.given_at + CORRECTED_WITHIN


def feedback_tally(person: Person, *, first: date, last: date) -> FeedbackTally | None:
    """Return how many notes of a period appreciate and how many do not; None where there is none.

    Nobody having said anything is not the same as nothing to say, so the rule is told of no tally then.
    """
    said = Feedback.objects.filter(person=person, happened_on__gte=first, happened_on__lte=last)
    counts = said.aggregate(
        positive=Count("pk", filter=Q(tone=Tone.APPRECIATION)), other=Count("pk", filter=~Q(tone=Tone.APPRECIATION))
    )
    return FeedbackTally(counts["positive"], counts["other"]) if any(counts.values()) else None
