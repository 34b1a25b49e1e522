"""Who may see and run what of development: one definition, for lists and for single records alike.

- Whoever plans programmes (PLAN_PROGRAMME) sees and runs all of it; evaluators, auditors and the head of region see
  programmes and their figures. What a programme did for the services (level 4) is put on record by evaluators.
- Who the participants of a batch are is for whoever runs it, for its partner, and for auditors.
- The owner of a programme sees it; the organiser of a batch runs it: both are persons named in the record.
- An account of a partner that is not retired runs the sessions of that partner, and sees of the batches they belong to
  the names of participants and what was thought of these sessions. Grades, results, remarks and cost of a whole batch
  are for the partner of the whole batch alone.
- A civil servant sees the own enrolments; the superior, or whoever stands in, decides on those of the staff led
  (`domain.people.approvals`).

Each function returns one query that the caller may narrow, count or page.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.enums import EvaluationLevel
from pembina.domain.development.models import Batch, Enrolment, Partner, Programme, Session
from pembina.domain.people.permissions import reaches_everything

READING = (
    Permission.PLAN_PROGRAMME,
    Permission.EVALUATE_EFFECT,
    Permission.DECIDE_PROGRAMME,
    Permission.READ_AUDIT,
)


def programmes_seen_by(actor: User, *, on: date) -> QuerySet[Programme]:
    """Return the programmes whose planning, waves and figures `actor` may read."""
    if reads_every_programme(actor, on):
        return Programme.objects.all()
    return Programme.objects.filter(owner__nip=actor.username) if actor.is_active else Programme.objects.none()


def batches_seen_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches whose organisation `actor` may read: those run, and those of programmes seen."""
    if reads_every_programme(actor, on):
        return Batch.objects.all()
    return Batch.objects.filter(_run(actor, on) | Q(programme__owner__nip=actor.username)).distinct()


def batches_run_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches that `actor` organises: enrols, calls off, issues for. A partner organises none."""
    if reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on):
        return Batch.objects.all()
    return Batch.objects.filter(organiser__nip=actor.username) if actor.is_active else Batch.objects.none()


def participants_read_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches whose participants `actor` reads by name: run, taught in by the own partner, or audited."""
    if reaches_everything(actor, Permission.READ_AUDIT, on=on):
        return Batch.objects.all()
    taught = Batch.objects.filter(_run(actor, on))
    return Batch.objects.filter(Q(pk__in=batches_run_by(actor, on=on).values("pk")) | Q(pk__in=taught.values("pk")))


def sessions_run_by(actor: User, *, on: date) -> QuerySet[Session]:
    """Return the sessions at which `actor` takes attendance: of the batches organised, or of the own partner."""
    if reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on):
        return Session.objects.all()
    if not actor.is_active:
        return Session.objects.none()
    if actor.kind is AccountKind.PARTNER:
        return Session.objects.filter(_taught_by_partner_of(actor, on))
    return Session.objects.filter(batch__organiser__nip=actor.username)


def batches_taught_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches that the partner of `actor` teaches as a whole: those it may grade."""
    if not actor.is_active or actor.kind is not AccountKind.PARTNER:
        return Batch.objects.none()
    return Batch.objects.filter(partner__in=_partners_of(actor, on).values("pk"))


def reads_whole_batch(actor: User, batch: Batch, *, on: date) -> bool:
    """Say whether `actor`, who sees a batch, reads its results and its cost; the partner of one session does not."""
    return actor.kind is not AccountKind.PARTNER or batches_taught_by(actor, on=on).filter(pk=batch.pk).exists()


def enrolments_of(actor: User) -> QuerySet[Enrolment]:
    """Return the own enrolments of `actor`."""
    return Enrolment.objects.filter(person__nip=actor.username) if actor.is_active else Enrolment.objects.none()


def reads_every_programme(actor: User, on: date) -> bool:
    """Say whether `actor` reads the planning and the figures of all programmes."""
    return any(reaches_everything(actor, permission, on=on) for permission in READING)


def levels_noted_by(actor: User, *, on: date) -> tuple[EvaluationLevel, ...]:
    """Return the levels of evaluation that `actor` puts on record.

    Whoever plans notes reaction, learning and behaviour; what it did for the services is for evaluators to say.
    """
    noted: list[EvaluationLevel] = []
    if reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on):
        noted += [EvaluationLevel.REACTION, EvaluationLevel.LEARNING, EvaluationLevel.BEHAVIOUR]
    if reaches_everything(actor, Permission.EVALUATE_EFFECT, on=on):
        noted.append(EvaluationLevel.RESULTS)
    return tuple(noted)


def _partners_of(actor: User, on: date) -> QuerySet[Partner]:
    """Return the partner for which `actor` acts; one that is retired runs nothing any more."""
    in_use = Q(retired_on__isnull=True) | Q(retired_on__gt=on)
    return Partner.objects.filter(in_use, accounts__user=actor)


def _run(actor: User, on: date) -> Q:
    """Return the condition that `actor` has to do with running a batch."""
    if not actor.is_active:
        return Q(pk__in=())
    if actor.kind is AccountKind.PARTNER:
        own = _partners_of(actor, on).values("pk")
        return Q(partner__in=own) | Q(sessions__partner__in=own)
    return Q(organiser__nip=actor.username)


def _taught_by_partner_of(actor: User, on: date) -> Q:
    """Return the condition that a session is held by the partner of `actor`: by itself, or by its whole batch."""
    own = _partners_of(actor, on).values("pk")
    return Q(partner__in=own) | Q(partner__isnull=True, batch__partner__in=own)
