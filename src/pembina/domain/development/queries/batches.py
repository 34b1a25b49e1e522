"""Questions about batches, their sessions and their participants."""

from datetime import date, datetime, timedelta

from django.db.models import Case, Count, IntegerField, Max, Min, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from pembina.domain.access.models import User
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.enums import BatchState, EnrolmentState, SessionState, VersionState
from pembina.domain.development.models import Batch, CurriculumVersion, Enrolment, Programme, Session, Trainer
from pembina.domain.development.permissions import participants_read_by, sessions_run_by
from pembina.domain.people.queries import main_assignments

E = EnrolmentState
STATES_IN_ORDER = (E.ENROLLED, E.WAITING, E.OFFERED, E.REQUESTED, E.DECLINED, E.REFUSED, E.LAPSED, E.WITHDRAWN)


def with_figures(batches: QuerySet[Batch]) -> QuerySet[Batch]:
    """Return batches with `taken`, `queued`, `asked` (waiting for an answer), and first and last session."""
    planned = Q(sessions__state=SessionState.PLANNED)
    told = batches.select_related("programme", "version__curriculum", "organiser", "partner", "wave")
    return told.annotate(
        taken=_counted(E.ENROLLED),
        queued=_counted(E.WAITING),
        asked=_counted(E.REQUESTED, E.OFFERED),
        meetings=Count("sessions", filter=planned, distinct=True),
        first_at=Min("sessions__starts_at", filter=planned),
        last_at=Max("sessions__ends_at", filter=planned),
    )


def _counted(*states: EnrolmentState) -> Coalesce:
    """Return how many stand in these states; beside the sessions, since a join of both would multiply."""
    there = Enrolment.objects.filter(batch=OuterRef("pk"), state__in=states).order_by().values("batch")
    return Coalesce(Subquery(there.annotate(n=Count("pk")).values("n")), 0)


def sessions_of(batch: Batch, actor: User, *, on: date) -> QuerySet[Session]:
    """Return the sessions of a batch with their trainers; to a partner only its own ones."""
    trainers = Prefetch("trainers", Trainer.objects.select_related("person").order_by("pk"))
    found = batch.sessions.select_related("partner", "batch").prefetch_related(trainers)
    if actor.kind is AccountKind.PARTNER:
        found = found.filter(pk__in=sessions_run_by(actor, on=on).values("pk"))
    return found.order_by("starts_at", "pk")


def sessions_of_today(actor: User, *, since: datetime) -> QuerySet[Session]:
    """Return the sessions that `actor` runs within a day of `since`, the first moment of today; the first one first."""
    told = sessions_run_by(actor, on=localdate(since)).filter(state=SessionState.PLANNED)
    of_today = told.filter(starts_at__lt=since + timedelta(days=1), ends_at__gte=since)
    return of_today.select_related("batch").order_by("starts_at", "pk")


def participants_of(batch: Batch, actor: User, *, on: date) -> QuerySet[Enrolment]:
    """Return everybody on the list of a batch with unit and position, where `actor` may read it.

    A partner reads those with a seat.
    """
    posts = Prefetch("person__assignments", main_assignments(on), to_attr="today")
    read = participants_read_by(actor, on=on).filter(pk=batch.pk)
    found = Enrolment.objects.filter(batch__in=read.values("pk")).select_related("person", "approved_by")
    found = found.prefetch_related(posts)
    return found.filter(state=E.ENROLLED) if actor.kind is AccountKind.PARTNER else found


def in_order(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Return those with a seat first, then the line as it stands, then the others; by name within."""
    ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(STATES_IN_ORDER)]
    ranked = enrolments.annotate(rank=Case(*ranks, default=Value(len(ranks)), output_field=IntegerField()))
    in_line = Case(When(state=E.WAITING, then="queued_at"), default=None)
    return ranked.order_by("rank", in_line, "person__name", "pk")


def states_of(batch: Batch) -> dict[str, int]:
    """Return how many stand in which state."""
    return dict(Enrolment.objects.filter(batch=batch).values_list("state").annotate(Count("pk")).order_by())


def versions_for(programme: Programme, *, also: CurriculumVersion | None = None) -> QuerySet[CurriculumVersion]:
    """Return the versions by which a batch may be taught: those in force, and the one it has."""
    wanted = Q(curriculum__programmes=programme, state=VersionState.IN_FORCE)
    if also is not None:
        wanted |= Q(pk=also.pk)
    found = CurriculumVersion.objects.filter(wanted).select_related("curriculum").distinct()
    return found.order_by("curriculum__title", "version")


def open_now(batches: QuerySet[Batch], *, at: datetime) -> QuerySet[Batch]:
    """Return the batches into which people may enrol now; the day is that of the installation."""
    today = localdate(at)
    return batches.filter(state=BatchState.OPEN, opens_on__lte=today, closes_on__gte=today)
