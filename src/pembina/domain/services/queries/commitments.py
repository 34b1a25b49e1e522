"""Questions about promises: whose they are, which are late, and how many were kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.queries import main_assignments
from pembina.domain.services.enums import CommitmentState
from pembina.domain.services.models import Commitment, Complaint
from pembina.domain.services.models.commitments import DAYS_TO_RECORD

OPEN = Q(state=CommitmentState.OPEN)
DONE = Q(state=CommitmentState.DONE)
SOON = timedelta(days=7)


def commitments_kept_by(actor: User, *, on: date) -> QuerySet[Commitment]:
    """Return the promises that `actor` may put off, drop and close: those of the units whose forums `actor` holds."""
    return Commitment.objects.filter(unit__in=units_reached_by(actor, Permission.HOLD_FORUMS, on=on).values("pk"))


def commitments_followed_by(actor: User, *, on: date) -> QuerySet[Commitment]:
    """Return those and the ones that `actor` answers for: whoever promised may tell of it and close it."""
    units = units_reached_by(actor, Permission.HOLD_FORUMS, on=on).values("pk")
    return Commitment.objects.filter(Q(unit__in=units) | Q(owner__nip=actor.username))


def public_commitments() -> QuerySet[Commitment]:
    """Return every promise: each is public from the moment it was made."""
    return Commitment.objects.all()


def with_owner(commitments: QuerySet[Commitment], *, on: date) -> QuerySet[Commitment]:
    """Return the promises with unit, forum and the post of the owner (``owner.today``) at hand."""
    posts = Prefetch("owner__assignments", main_assignments(on), to_attr="today")
    return commitments.select_related("unit", "owner", "forum", "question", "complaint").prefetch_related(posts)


def late(*, on: date) -> Q:
    """Return the condition that an open promise missed the day first promised."""
    return OPEN & Q(planned_on__lt=on)


def due_soon(*, on: date) -> Q:
    """Return the condition that an open promise is expected within seven days."""
    return OPEN & Q(due_on__gte=on, due_on__lte=on + SOON)


def kept() -> Q:
    """Return the condition that a promise was kept by the day first promised, and recorded soon enough after it."""
    recorded_by = F("planned_on") + timedelta(days=DAYS_TO_RECORD)
    return DONE & Q(closed_on__lte=F("planned_on"), recorded_on__lte=recorded_by)


@dataclass(frozen=True, slots=True)
class CommitmentTally:
    """How many promises of a unit and those below it there are, each counted once.

    `kept` by the day first promised, `kept_late` after it, `late` still open after it, `open` still in time, `dropped`.
    """

    kept: int
    kept_late: int
    late: int
    open: int
    dropped: int

    @property
    def total(self) -> int:
        return self.kept + self.kept_late + self.late + self.open + self.dropped

    @property
    def share_kept(self) -> float | None:
        """Return the share kept in time among those whose day has come; None where none has."""
        judged = self.kept + self.kept_late + self.late + self.dropped
        return self.kept / judged if judged else None


def commitments_public(unit: Unit | None, on: date) -> CommitmentTally:
    """Count the promises of `unit` and the units below it, or of the whole government where it is None."""
    return tally(of_unit(public_commitments(), unit), on=on)


def of_unit(commitments: QuerySet[Commitment], unit: Unit | None) -> QuerySet[Commitment]:
    """Return those of a unit and of the units below it."""
    if unit is None:
        return commitments
    return commitments.filter(unit__in=UnitAncestry.objects.filter(ancestor=unit).values("descendant"))


def tally(commitments: QuerySet[Commitment], *, on: date) -> CommitmentTally:
    """Count in one query."""
    counted = commitments.order_by().aggregate(
        kept=Count("pk", filter=kept()),
        kept_late=Count("pk", filter=DONE & ~kept()),
        late=Count("pk", filter=late(on=on)),
        open=Count("pk", filter=OPEN & Q(planned_on__gte=on)),
        dropped=Count("pk", filter=Q(state=CommitmentState.DROPPED)),
    )
    return CommitmentTally(**counted)


def complaint_numbered(number: str, *, unit: Unit) -> Complaint | None:
    """Return the complaint of a unit or one below it that has a number, None where there is none."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    return Complaint.objects.filter(number__iexact=number.strip(), unit__in=below).first()
