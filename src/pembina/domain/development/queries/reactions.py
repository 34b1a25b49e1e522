"""What a participant is asked about a batch, and what all of them answered on average."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Avg, Count, Exists, Max, OuterRef, Q, QuerySet, Sum

from pembina.domain.access.models import User
from pembina.domain.development.enums import AttendanceStatus, EnrolmentState, SessionState
from pembina.domain.development.models import (
    Attendance,
    Batch,
    Enrolment,
    Reaction,
    ReactionGiven,
    ReactionRemark,
    Session,
)
from pembina.domain.development.reaction_items import LEAST_SHOWN

OPEN_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Average:
    """The mean answer to one item; None where too few answered. `session` is a number, `trainer` a name."""

    session: int | None
    trainer: str
    item: str
    mean: float | None
    answers: int


@dataclass(frozen=True, slots=True)
class Reactions:
    """What is known of the reactions to a batch: how many could answer, how many did, and the means.

    `opens_at` is the moment from which means are told, None where no session is planned.
    """

    attended: int
    given: int
    opens_at: datetime | None
    averages: tuple[Average, ...]
    remarks: tuple[str, ...]


def attended_batches(actor: User) -> QuerySet[Batch]:
    """Return the batches of which `actor` has attended at least one session."""
    if not actor.is_active:
        return Batch.objects.none()
    present = Attendance.objects.filter(enrolment__person__nip=actor.username, status=AttendanceStatus.PRESENT)
    return Batch.objects.filter(pk__in=present.values("session__batch"))


def attended_sessions(batch: Batch, actor: User) -> list[Session]:
    """Return the sessions of a batch that `actor` attended, with their trainers at hand."""
    present = Attendance.objects.filter(enrolment__person__nip=actor.username, status=AttendanceStatus.PRESENT)
    found = batch.sessions.filter(pk__in=present.values("session"), state=SessionState.PLANNED)
    return list(found.prefetch_related("trainers__person").order_by("starts_at", "pk"))


def asked_sessions(batch: Batch, actor: User, *, at: datetime) -> list[Session]:
    """Return those of `attended_sessions` about which answers are still taken.

    A routine series may go on for a year: each session of one closes on its own, so that its means need not wait.
    """
    return [each for each in attended_sessions(batch, actor) if each.series_id is None or not _is_over(each, at)]


def trainers_of(session: Session) -> list[str]:
    """Return the names under which the trainers of a session are rated."""
    return sorted({each.person.titled_name if each.person else each.name for each in session.trainers.all()})


def reactions_close(batch: Batch) -> datetime | None:
    """Return until when reactions are taken: a month after the last session; None where no session is planned."""
    last = batch.sessions.filter(state=SessionState.PLANNED).aggregate(last=Max("ends_at"))["last"]
    return last + OPEN_AFTER if last is not None else None


def is_open_for_reactions(batch: Batch, *, at: datetime) -> bool:
    """Say whether reactions are still taken."""
    until = reactions_close(batch)
    return until is not None and at <= until


def reactions_waiting(actor: User, *, at: datetime) -> list[tuple[Batch, datetime]]:
    """Return the batches that `actor` may still react to and has not, with until when, in one query."""
    given = ReactionGiven.objects.filter(enrolment__batch=OuterRef("pk"), enrolment__person__nip=actor.username)
    planned = Q(sessions__state=SessionState.PLANNED)
    # Only whoever still has the seat may answer.
    seats = Enrolment.objects.filter(batch=OuterRef("pk"), person__nip=actor.username, state=EnrolmentState.ENROLLED)
    found = attended_batches(actor).filter(Exists(seats), ~Exists(given))
    found = found.annotate(last=Max("sessions__ends_at", filter=planned))
    open_ones = found.filter(last__gte=at - OPEN_AFTER).order_by("last", "pk")
    return [(batch, batch.last + OPEN_AFTER) for batch in open_ones]


def has_reacted(batch: Batch, actor: User) -> bool:
    """Say whether `actor` has answered."""
    return ReactionGiven.objects.filter(enrolment__batch=batch, enrolment__person__nip=actor.username).exists()


def reactions_to(batch: Batch, *, at: datetime) -> Reactions:
    """Return the means in five queries; nothing of fewer than `LEAST_SHOWN` answers, nor before reactions are closed.

    Each new answer moves the means, so whoever noted them before and after it could compute that answer: means and
    remarks are told only once no further answer is taken, which is earlier for the sessions of a series.
    """
    opens_at = reactions_close(batch)
    is_closed = opens_at is None or at > opens_at
    given = ReactionGiven.objects.filter(enrolment__batch=batch).count()
    enrolled = Q(state=EnrolmentState.ENROLLED, attendances__status=AttendanceStatus.PRESENT)
    attended = Enrolment.objects.filter(enrolled, batch=batch).distinct().count()
    taken = Reaction.objects.filter(batch=batch)
    if not is_closed:
        taken = taken.filter(session__series__isnull=False, session__ends_at__lt=at - OPEN_AFTER)
    found = taken.values("session", "trainer", "item")
    rows = found.annotate(mean=Avg("score"), answers=Count("pk")).order_by("session", "trainer", "item")
    averages = tuple(_average(row, session=row["session"]) for row in rows)
    remarks: list[str] = []
    if is_closed and given >= LEAST_SHOWN:
        # By their random numbers: the order tells nothing.
        remarks = list(ReactionRemark.objects.filter(batch=batch).order_by("pk").values_list("text", flat=True))
    return Reactions(attended, given, opens_at, averages, tuple(remarks))


def of_sessions(found: Reactions, sessions: Collection[int]) -> Reactions:
    """Return the means of some sessions alone: nothing about the whole batch, and no remarks, which are about all."""
    return replace(found, averages=tuple(each for each in found.averages if each.session in sessions), remarks=())


def trainer_averages(batch: Batch, *, at: datetime) -> list[Average]:
    """Return the means of each trainer over the sessions of a batch that tell a mean by themselves.

    Rows of several sessions may be of one participant, and nothing links them; those of one session and item are as
    many sheets. So a session with fewer than `LEAST_SHOWN` of them adds nothing, and a trainer without any other is
    not there.
    """
    given = ReactionGiven.objects.filter(enrolment__batch=batch).count()
    if given < LEAST_SHOWN or is_open_for_reactions(batch, at=at):
        return []
    found = Reaction.objects.filter(batch=batch).exclude(trainer="").values("session", "trainer", "item")
    rows = found.annotate(total=Sum("score"), answers=Count("pk")).order_by("trainer", "item")
    pooled: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows.filter(answers__gte=LEAST_SHOWN):
        total, answers = pooled.get((row["trainer"], row["item"]), (0, 0))
        pooled[row["trainer"], row["item"]] = (total + row["total"], answers + row["answers"])
    return [Average(None, *about, total / answers, answers) for about, (total, answers) in pooled.items()]


def by_session(averages: tuple[Average, ...]) -> dict[int | None, list[Average]]:
    """Return the means of the items that are about sessions, and under None those of the batch."""
    grouped: dict[int | None, list[Average]] = defaultdict(list)
    for each in averages:
        if not each.trainer:
            grouped[each.session].append(each)
    return dict(grouped)


def _is_over(session: Session, at: datetime) -> bool:
    return at > session.ends_at + OPEN_AFTER


def _average(row: Mapping[str, Any], *, session: int | None) -> Average:
    mean = row["mean"] if row["answers"] >= LEAST_SHOWN else None
    return Average(session, row["trainer"], row["item"], mean, row["answers"])
