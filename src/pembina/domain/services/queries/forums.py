"""Questions about forums: those an officer may hold, and those everybody may read."""

from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.enums import ForumState, QuestionState
from pembina.domain.services.models import Forum, ForumMinutes, ForumQuestion, PublicService
from pembina.domain.services.models.forums import PUBLIC_STATES


def forums_held_by(actor: User, *, on: date) -> QuerySet[Forum]:
    """Return the forums that `actor` may hold and change."""
    units = units_reached_by(actor, Permission.HOLD_FORUMS, on=on).values("pk")
    return Forum.objects.filter(unit__in=units).select_related("unit")


def units_holding_forums(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units for which `actor` may hold a forum or answer for a promise."""
    return units_reached_by(actor, Permission.HOLD_FORUMS, on=on).filter(closed_on__isnull=True)


def public_forums() -> QuerySet[Forum]:
    """Return what was announced, whatever became of it."""
    return Forum.objects.filter(state__in=PUBLIC_STATES, announced_at__isnull=False).select_related("unit")


def upcoming(forums: QuerySet[Forum], *, at: datetime) -> QuerySet[Forum]:
    """Return those that have not ended, the next one first; what was called off is over."""
    return forums.filter(ends_at__gte=at).exclude(state=ForumState.CANCELLED).order_by("starts_at", "pk")


def past(forums: QuerySet[Forum], *, at: datetime) -> QuerySet[Forum]:
    """Return the others, the latest first."""
    return forums.filter(Q(ends_at__lt=at) | Q(state=ForumState.CANCELLED)).order_by("-starts_at", "-pk")


def with_counts(forums: QuerySet[Forum]) -> QuerySet[Forum]:
    """Return the forums with `asked`, `waiting`, `answered` and `promised`."""
    shown = Q(questions__state=QuestionState.SHOWN)
    return forums.annotate(
        asked=Count("questions", filter=shown, distinct=True),
        waiting=Count("questions", filter=Q(questions__state=QuestionState.WAITING), distinct=True),
        answered=Count("questions", filter=shown & ~Q(questions__answer=""), distinct=True),
        promised=Count("commitments", distinct=True),
    )


def with_programme(forums: QuerySet[Forum]) -> QuerySet[Forum]:
    """Return the forums with agenda and services at hand."""
    return forums.prefetch_related("agenda", Prefetch("services", PublicService.objects.order_by("name", "pk")))


def questions_of(forum: Forum) -> QuerySet[ForumQuestion]:
    """Return all questions of a forum in order, each with the number of its `supporters`."""
    counted = forum.questions.annotate(supporters=Count("supports"))
    return counted.select_related("service", "answered_by").order_by("position", "pk")


def shown_questions(forum: Forum) -> QuerySet[ForumQuestion]:
    """Return what everybody may read."""
    return questions_of(forum).filter(state=QuestionState.SHOWN)


def published_minutes(forum: Forum) -> ForumMinutes | None:
    """Return the latest published version."""
    return forum.minutes.filter(published_at__isnull=False).order_by("-version").first()


def services_at_or_below(unit: Unit, *, on: date) -> QuerySet[PublicService]:
    """Return the services of a unit and of those below it that exist on a day."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    existing = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return PublicService.objects.filter(existing, unit__in=below).order_by("name", "pk")


def revision_of(forum: Forum) -> int:
    """Return how many times an event was told differently since it was planned."""
    return events_on(forum).filter(operation__in=("edit_forum", "cancel_forum")).count()
