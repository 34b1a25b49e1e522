"""What waits for somebody: how many of what, and the page where it is done.

Each source asks one thing of the domain and yields nothing where nothing waits. A source that concerns only some is
asked of nobody else, so that the home page of most people costs a handful of queries.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.career.queries.awards import to_judge, to_move_on, told_of
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.permissions import enrolments_of
from pembina.domain.development.queries.action_plans import (
    own_plans,
    own_seats,
    plans_led_by,
    seats_led_by,
    with_checks_due,
    with_decision_due,
)
from pembina.domain.development.queries.batches import sessions_of_today
from pembina.domain.development.queries.certificates import batches_awaiting_certificates
from pembina.domain.development.queries.deciding import led_by, requests_to_decide
from pembina.domain.development.queries.follow_up_tasks import rating_tasks, unplanned
from pembina.domain.development.queries.learning import sessions_soon
from pembina.domain.impact.enums import DesignState, EvaluationState, RunState, TaskState
from pembina.domain.impact.models import Evaluation, FollowUpTask
from pembina.domain.impact.permissions import decisions_signed_by
from pembina.domain.people.decisions import decisions_remembered
from pembina.domain.people.enums import ReportState
from pembina.domain.people.stewardship import reports_to_decide
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.appraisal_permissions import appraisals_to_rate, own_appraisals
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.plan_deciding import plans_to_agree
from pembina.domain.performance.queries.appraisals import late_on, to_deliver
from pembina.domain.performance.queries.counselling import counselling_waiting
from pembina.domain.performance.queries.effort_reach import proposals_waiting
from pembina.domain.performance.queries.feedback import requests_waiting
from pembina.domain.performance.queries.guidance import guidance_waiting, opinions_wanted_of
from pembina.domain.performance.queries.objections import to_answer, to_decide
from pembina.domain.performance.queries.plans import own_plans as own_expectations
from pembina.domain.performance.queries.pulse import pulses_to_answer
from pembina.domain.services.queries.complaints import waiting_for
from pembina.web.components.clock import stretch
from pembina.web.components.navigation import address_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of something; `late` of them have passed their day."""

    count: int
    label: str | Promise
    address: str
    late: int = 0


@dataclass(frozen=True, slots=True)
class Soon:
    """The next session that somebody attends."""

    title: str
    batch: str
    when: str
    address: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, and when."""

    actor: User
    at: datetime
    on: date


Source = Callable[[Asked], Iterator[Waiting]]


def soon(actor: User, *, at: datetime) -> Soon | None:
    """Return the session that comes next within the days that `sessions_soon` looks ahead."""
    found = sessions_soon(actor, at=at).first() if actor.kind is AccountKind.CIVIL_SERVANT else None
    if found is None:
        return None
    when = stretch(found.starts_at, found.ends_at, found.batch.zone)
    return Soon(found.title, found.batch.title, when, address_of("learning:index"))


def waiting(actor: User, *, at: datetime) -> list[Waiting]:
    """Return what waits for `actor`, what is late first."""
    asked = Asked(actor, at, timezone.localdate(at))
    with decisions_remembered():
        found = [one for source in _sources(asked) for one in source(asked) if one.count and one.address]
    return sorted(found, key=lambda one: not one.late)


def _sources(asked: Asked) -> Iterator[Source]:
    yield _signatures
    if asked.actor.kind is AccountKind.CIVIL_SERVANT:
        yield _expectations
        yield _learning
        yield _feedback
        yield _own_plans
        yield _own_appraisals
        yield _difficulty
        yield _awards
        if led_by(asked.actor, on=asked.on).exists():
            yield _staff
            yield _appraisals
            yield _proposed
    for permission, source in BY_PERMISSION:
        if asked.actor.may(permission):
            yield source


def _learning(asked: Asked) -> Iterator[Waiting]:
    offered = enrolments_of(asked.actor).filter(state=EnrolmentState.OFFERED).count()
    yield Waiting(offered, _("Tawaran pelatihan untuk dijawab"), address_of("learning:index"))


def _feedback(asked: Asked) -> Iterator[Waiting]:
    asking = requests_waiting(asked.actor).count()
    yield Waiting(asking, _("Permintaan umpan balik untuk dijawab"), address_of("feedback:requests"))
    there = address_of("guidance:index")
    yield Waiting(guidance_waiting(asked.actor).count(), _("Catatan bimbingan untuk disetujui"), there)
    yield Waiting(opinions_wanted_of(asked.actor).count(), _("Bimbingan yang belum Anda nilai (B.1.8)"), there)

    pulses = pulses_to_answer(asked.actor, on=asked.on).count()
    yield Waiting(pulses, _("Denyut pimpinan untuk dijawab"), address_of("pulse:index"))


def _own_plans(asked: Asked) -> Iterator[Waiting]:
    there, seats, plans = address_of("action_plans:index"), own_seats(asked.actor), own_plans(asked.actor)
    unwritten = unplanned(seats, at=asked.at, on=asked.on).count()
    yield Waiting(unwritten, _("Pelatihan yang belum punya rencana aksi"), there)
    due, late = (plans.filter(with_checks_due(Side.SELF, on=asked.on, late=late)).count() for late in (False, True))
    yield Waiting(due, _("Rencana aksi Anda untuk diperiksa"), there, late)
    ratings = rating_tasks(seats, Side.SELF, at=asked.at, on=asked.on)
    passed = sum(task.is_late(asked.on) for task in ratings)
    yield Waiting(len(ratings), _("Penilaian diri sesudah pelatihan"), there, passed)


def _staff(asked: Asked) -> Iterator[Waiting]:
    asking = requests_to_decide(asked.actor, on=asked.on).count()
    yield Waiting(asking, _("Permintaan pelatihan dari staf untuk diputus"), address_of("learning:team"))
    there, plans = address_of("action_plans:index"), plans_led_by(asked.actor, on=asked.on)
    sent, slow = (plans.filter(with_decision_due(on=asked.on, late=late)).count() for late in (False, True))
    yield Waiting(sent, _("Rencana aksi staf untuk disetujui"), there, slow)
    due, late = (plans.filter(with_checks_due(Side.SUPERIOR, on=asked.on, late=late)).count() for late in (False, True))
    yield Waiting(due, _("Rencana aksi staf untuk diperiksa"), there, late)
    ratings = rating_tasks(seats_led_by(asked.actor, on=asked.on), Side.SUPERIOR, at=asked.at, on=asked.on)
    passed = sum(task.is_late(asked.on) for task in ratings)
    yield Waiting(len(ratings), _("Penilaian staf sesudah pelatihan"), there, passed)


def _own_appraisals(asked: Asked) -> Iterator[Waiting]:
    waiting_here = (AppraisalState.DELIVERED, AppraisalState.RECEIVED)
    count = own_appraisals(asked.actor).filter(state__in=waiting_here).count()
    yield Waiting(count, _("Dokumen evaluasi Anda untuk diterima atau dikembalikan"), address_of("appraisals:index"))


def _difficulty(asked: Asked) -> Iterator[Waiting]:
    asking = proposals_waiting(asked.actor, on=asked.on)
    yield Waiting(asking["own"], _("Usul tingkat kesulitan dari atasan untuk dijawab"), address_of("effort:index"))
    yield Waiting(asking["staff"], _("Usul tingkat kesulitan dari staf untuk dijawab"), address_of("effort:team"))


def _appraisals(asked: Asked) -> Iterator[Waiting]:
    there, to_rate = address_of("appraisals:team"), appraisals_to_rate(asked.actor, on=asked.on)
    yield Waiting(to_rate.count(), _("Pegawai untuk dinilai"), there, to_rate.filter(late_on(asked.on)).count())
    yield Waiting(to_deliver(asked.actor, on=asked.on).count(), _("Dokumen evaluasi untuk disampaikan"), there)
    there = address_of("objections:index")
    yield Waiting(to_answer(asked.actor, on=asked.on).count(), _("Keberatan untuk Anda jelaskan"), there)
    yield Waiting(to_decide(asked.actor, on=asked.on).count(), _("Keberatan untuk diputus"), there)


def _awards(asked: Asked) -> Iterator[Waiting]:
    there = address_of("recognition:own")
    yield Waiting(told_of(asked.actor, on=asked.on).count(), _("Nominasi penghargaan tentang Anda"), there)
    yield Waiting(to_judge(asked.actor).count(), _("Penghargaan untuk Anda nilai"), address_of("recognition:index"))


def _rounds(asked: Asked) -> Iterator[Waiting]:
    late = to_move_on(asked.actor, on=asked.on)
    yield Waiting(late.count(), _("Penghargaan untuk dilanjutkan atau diputus"), address_of("recognition:index"))


def _expectations(asked: Asked) -> Iterator[Waiting]:
    returned = own_expectations(asked.actor).filter(state=PlanState.RETURNED).count()
    yield Waiting(returned, _("SKP Anda yang dikembalikan"), address_of("goals:index"))


def _proposed(asked: Asked) -> Iterator[Waiting]:
    count = plans_to_agree(asked.actor, on=asked.on).count()
    yield Waiting(count, _("SKP staf untuk ditetapkan"), address_of("team:index"))


def _sessions(asked: Asked) -> Iterator[Waiting]:
    today = timezone.localtime(asked.at).replace(hour=0, minute=0, second=0, microsecond=0)
    count = sessions_of_today(asked.actor, since=today).count()
    yield Waiting(count, _("Sesi yang Anda jalankan hari ini"), address_of("sessions:index"))


def _signatures(asked: Asked) -> Iterator[Waiting]:
    unsigned = decisions_signed_by(asked.actor).exclude(signatures__user=asked.actor).distinct().count()
    yield Waiting(unsigned, _("Keputusan program untuk ditandatangani"), address_of("decisions:index"))
    own = FollowUpTask.objects.filter(owner__nip=asked.actor.username, state=TaskState.OPEN)
    due = own.aggregate(all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=asked.on)))
    yield Waiting(due["all"], _("Tindak lanjut keputusan untuk Anda"), address_of("decisions:index"), due["late"])


def _designs(asked: Asked) -> Iterator[Waiting]:
    drafts = Evaluation.objects.filter(designs__state=DesignState.DRAFT, state=EvaluationState.DESIGNED)
    yield Waiting(drafts.count(), _("Rancangan evaluasi untuk dikunci"), address_of("evaluations:index"))


def _decisions(asked: Asked) -> Iterator[Waiting]:
    answered = Evaluation.objects.filter(state=EvaluationState.LOCKED, runs__state=RunState.DONE).distinct()
    late = answered.filter(runs__design__decides_on__lt=asked.on)
    yield Waiting(answered.count(), _("Evaluasi yang menunggu keputusan"), address_of("decisions:index"), late.count())


def _certificates(asked: Asked) -> Iterator[Waiting]:
    batches = batches_awaiting_certificates(asked.actor, at=asked.at, on=asked.on).count()
    yield Waiting(batches, _("Angkatan yang selesai dan belum semua bersertifikat"), address_of("certificates:index"))


def _reports(asked: Asked) -> Iterator[Waiting]:
    count = reports_to_decide(asked.actor, on=asked.on).filter(state=ReportState.OPEN).count()
    yield Waiting(count, _("Laporan data pegawai untuk diputus"), address_of("corrections:queue"))


def _complaints(asked: Asked) -> Iterator[Waiting]:
    count, late = waiting_for(asked.actor, on=asked.on)
    yield Waiting(count, _("Pengaduan warga untuk dijawab"), address_of("complaints:queue"), late)


def _counselling(asked: Asked) -> Iterator[Waiting]:
    count = counselling_waiting(asked.actor).count()
    yield Waiting(count, _("Laporan konseling untuk diterima"), address_of("counselling:index"))


BY_PERMISSION: tuple[tuple[Permission, Source], ...] = (
    (Permission.PLAN_PROGRAMME, _sessions),
    (Permission.KEEP_ATTENDANCE, _sessions),
    (Permission.PLAN_PROGRAMME, _certificates),
    (Permission.COUNSEL, _counselling),
    (Permission.MANAGE_STAFF, _reports),
    (Permission.MANAGE_STAFF, _rounds),
    (Permission.ANSWER_COMPLAINTS, _complaints),
    (Permission.EVALUATE_EFFECT, _designs),
    (Permission.DECIDE_PROGRAMME, _decisions),
)
