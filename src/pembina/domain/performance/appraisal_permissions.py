"""Who may see, rate and oversee appraisals: one definition, for lists and for single records alike.

- A person reads the own appraisals.
- The rater of the snapshot rates, and so does whoever stands in for the rater by an order (Plt, Plh). Once the time for
  evaluating is over, that is for the superior of the rater, and for whoever stands in for the superior.
- The head of region rates those whom the law gives to the head of region, and sees no other appraisal.
- Human resources and auditors see appraisals as far as their role reaches. What of each: `stages`.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.approvals import STANDING_IN
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Delegation, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import reaches_everything, staff_reached_by
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.models.appraisals import OPEN
from pembina.domain.performance.stages import Viewer

NOBODY = Q(pk__in=())


def own_appraisals(actor: User) -> QuerySet[Appraisal]:
    """Return the appraisals of `actor`."""
    return Appraisal.objects.filter(person__nip=actor.username) if actor.is_active else Appraisal.objects.none()


def appraisals_rated_by(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return the appraisals that are for `actor` to rate, or were, as the rater or in the rater's place."""
    return _for_others(actor).filter(_is_for(actor, "rater", on) | _of_the_region(actor, on))


def appraisals_overseen_by(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return the appraisals of whose rater `actor` is the superior, or stands in for the superior."""
    return _for_others(actor).filter(_is_for(actor, "superior", on))


def appraisals_to_rate(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return the appraisals that wait for `actor` today: one's own people while there is time, then those of others."""
    in_time = Q(period__window_ends__gte=on, escalated_at__isnull=True) | Q(superior__isnull=True)
    waiting = Appraisal.objects.filter(state__in=OPEN, period__closed_at__isnull=True)
    rated = appraisals_rated_by(actor, on=on).filter(in_time).values("pk")
    taken_over = appraisals_overseen_by(actor, on=on).exclude(in_time).values("pk")
    return waiting.filter(Q(pk__in=rated) | Q(pk__in=taken_over))


def appraisals_run_by(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return the appraisals over whose course human resources watch, as far as the role of `actor` reaches."""
    return Appraisal.objects.filter(person__in=staff_reached_by(actor, Permission.MANAGE_STAFF, on=on))


def runs_periods(actor: User, *, on: date) -> bool:
    """Say whether `actor` opens and closes periods, which are of the whole government."""
    return reaches_everything(actor, Permission.MANAGE_STAFF, on=on)


def audits(actor: User, *, on: date) -> bool:
    """Say whether `actor` audits the whole government."""
    return reaches_everything(actor, Permission.READ_AUDIT, on=on)


def appraisals_seen_by(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return every appraisal of which `actor` may see at least that it is there."""
    if not actor.is_active:
        return Appraisal.objects.none()
    if audits(actor, on=on):
        return Appraisal.objects.all()
    sources = (
        own_appraisals(actor), appraisals_rated_by(actor, on=on), appraisals_overseen_by(actor, on=on),
        appraisals_run_by(actor, on=on),
    )  # fmt: skip
    reached = NOBODY
    for source in sources:
        reached |= Q(pk__in=source.values("pk"))
    return Appraisal.objects.filter(reached)


def viewer_of(actor: User, appraisal: Appraisal, *, on: date) -> Viewer | None:
    """Return in what capacity `actor` looks at an appraisal, the closest first; None where it is out of reach."""
    if appraisal.person.nip == actor.username:
        return Viewer.PERSON if actor.is_active else None
    if appraisals_to_rate(actor, on=on).filter(pk=appraisal.pk).exists():
        return Viewer.RATER
    for viewer, seen in (
        (Viewer.RATER, appraisals_rated_by(actor, on=on)),
        (Viewer.SUPERIOR, appraisals_overseen_by(actor, on=on)),
        (Viewer.HUMAN_RESOURCES, appraisals_run_by(actor, on=on)),
    ):
        if seen.filter(pk=appraisal.pk).exists():
            return viewer
    return Viewer.AUDITOR if audits(actor, on=on) else None


def _for_others(actor: User) -> QuerySet[Appraisal]:
    if not actor.is_active:
        return Appraisal.objects.none()
    return Appraisal.objects.exclude(person__nip=actor.username).exclude(state=AppraisalState.EXEMPT)


def _is_for(actor: User, role: str, on: date) -> Q:
    """Return the condition that `actor` is the rater or the superior of the snapshot, or stands in for that one."""
    orders = Delegation.objects.filter(in_force_on(on), kind__in=STANDING_IN, person__nip=actor.username)
    over = orders.filter(on_behalf_of__isnull=True).values("unit")
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, unit__in=over)
    replaced = Person.objects.filter(
        Q(pk__in=orders.filter(on_behalf_of__isnull=False).values("on_behalf_of"))
        | Q(pk__in=_heads(held, on).values("person"))
    )
    return Q(**{f"{role}__nip": actor.username}) | Q(**{f"{role}__in": replaced.values("pk")})


def _heads(held: QuerySet[Assignment], on: date) -> QuerySet[Assignment]:
    """Return those whose holders lead somebody: only a leader is replaced by an order over a unit."""
    led = Assignment.objects.filter(in_force_on(on), superior__isnull=False)
    return held.filter(person__in=led.values("superior"))


def _of_the_region(actor: User, on: date) -> Q:
    decides = reaches_everything(actor, Permission.DECIDE_PROGRAMME, on=on)
    return Q(by_head_of_region=True, rater__isnull=True) if decides else NOBODY
