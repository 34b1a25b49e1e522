"""Who may see, design, decide and sign: one definition, for lists and for single records alike.

- Evaluators design and run (EVALUATE_EFFECT); the head of region decides (DECIDE_PROGRAMME); whoever plans programmes
  and auditors read. All of that is for the whole government, but nobody judges a programme of one's own.
- The owner of a programme reads its evaluations.
- The frozen data of a run hold counts of few requests: only whoever evaluates, decides or audits takes them along.
- Whoever the latest locked design names signs the decision, and reads the evaluation for it.
- The tasks of a decision are kept by whoever decides or plans programmes; who is to do one reads it and reports on it.
"""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.models import Decision, DesignSigner, Evaluation, EvaluationDesign, FollowUpTask
from pembina.domain.people.permissions import reaches_everything

READING = (
    Permission.EVALUATE_EFFECT,
    Permission.DECIDE_PROGRAMME,
    Permission.PLAN_PROGRAMME,
    Permission.READ_AUDIT,
)
TAKING = (Permission.EVALUATE_EFFECT, Permission.DECIDE_PROGRAMME, Permission.READ_AUDIT)


def evaluations_seen_by(actor: User, *, on: date) -> QuerySet[Evaluation]:
    """Return the evaluations that `actor` may read."""
    if any(reaches_everything(actor, permission, on=on) for permission in READING):
        return Evaluation.objects.all()
    if not actor.is_active:
        return Evaluation.objects.none()
    own = Q(programme__owner__nip=actor.username) | Q(joined_programme__owner__nip=actor.username)
    locked = EvaluationDesign.objects.filter(evaluation=OuterRef("pk"), state=DesignState.LOCKED)
    named = DesignSigner.objects.filter(user=actor).values("design")
    signs = Q(holding__in=named) | Q(decision__run__design__in=named)
    holding = Subquery(locked.order_by("-version").values("pk")[:1])
    return Evaluation.objects.alias(holding=holding).filter(own | signs).distinct()


def takes_data(actor: User, *, on: date) -> bool:
    """Say whether `actor` takes along the frozen data of the runs in sight, unit by unit and month by month."""
    return any(reaches_everything(actor, permission, on=on) for permission in TAKING)


def evaluations_designed_by(actor: User, *, on: date) -> QuerySet[Evaluation]:
    """Return the evaluations whose design, runs and findings `actor` writes."""
    if reaches_everything(actor, Permission.EVALUATE_EFFECT, on=on):
        return _of_others(actor)
    return Evaluation.objects.none()


def evaluations_decided_by(actor: User, *, on: date) -> QuerySet[Evaluation]:
    """Return the evaluations on which `actor` decides."""
    if reaches_everything(actor, Permission.DECIDE_PROGRAMME, on=on):
        return _of_others(actor)
    return Evaluation.objects.none()


def _of_others(actor: User) -> QuerySet[Evaluation]:
    """Return the evaluations of programmes that are not one's own; of a joint one neither is."""
    own = Programme.objects.filter(owner__nip=actor.username).values("pk")
    return Evaluation.objects.exclude(programme__in=own).exclude(joined_programme__in=own)


def decisions_signed_by(actor: User) -> QuerySet[Decision]:
    """Return the decisions that `actor` is to sign or has signed: those whose design names the account."""
    if not actor.is_active:
        return Decision.objects.none()
    return Decision.objects.filter(run__design__signers__user=actor)


def keeps_tasks(actor: User, *, on: date) -> bool:
    """Say whether `actor` notes down and changes what follows from decisions."""
    keeping = (Permission.DECIDE_PROGRAMME, Permission.PLAN_PROGRAMME)
    return any(reaches_everything(actor, permission, on=on) for permission in keeping)


def tasks_kept_by(actor: User, *, on: date) -> QuerySet[FollowUpTask]:
    """Return the tasks that `actor` may change or end without being the one who does them."""
    return FollowUpTask.objects.all() if keeps_tasks(actor, on=on) else FollowUpTask.objects.none()


def tasks_reported_by(actor: User, *, on: date) -> QuerySet[FollowUpTask]:
    """Return the tasks that `actor` may report on: those kept, and the own ones."""
    if not actor.is_active:
        return FollowUpTask.objects.none()
    kept = tasks_kept_by(actor, on=on)
    return FollowUpTask.objects.filter(Q(pk__in=kept.values("pk")) | Q(owner__nip=actor.username))
