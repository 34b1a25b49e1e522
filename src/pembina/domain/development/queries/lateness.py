"""What is late or lacking about programmes: looked at by a person before it grows."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, Max, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.development.enums import (
    BatchState,
    EvaluationLevel,
    ProgrammeState,
    SessionState,
    VersionState,
)
from pembina.domain.development.models import (
    Batch,
    CurriculumVersion,
    EvaluationPlan,
    Programme,
    Session,
    Wave,
)
from pembina.domain.development.queries.partners import lapsed_partners
from pembina.domain.people.refusals import spelled

WATCHED = (ProgrammeState.APPROVED, ProgrammeState.RUNNING)
JUDGED = (ProgrammeState.RUNNING, ProgrammeState.CLOSED)
GOING = (BatchState.OPEN, BatchState.RUNNING)


class LateKind(StrEnum):
    """What kind of thing is late."""

    WAVE = "wave"
    SESSIONS = "sessions"
    EVALUATION = "evaluation"
    CURRICULUM = "curriculum"
    AGREEMENT = "agreement"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Late:
    """One thing that is late, in words; `pk` is that of the batch, the curriculum or the partner it is about."""

    kind: LateKind
    text: Text
    pk: int | None = None


def late_items(programmes: Collection[int], *, on: date) -> dict[int, list[Late]]:
    """Return what is late per programme of those named; the number of queries does not grow with them."""
    found: dict[int, list[Late]] = defaultdict(list)
    for source in (_waves, _batches, _evaluations, _curricula, _agreements, _money):
        for programme, late in source(programmes, on):
            found[programme].append(late)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Due:
    """When one level is to be judged; None where what it counts from is not known yet."""

    plan: EvaluationPlan
    day: date | None

    def is_late(self, *, on: date) -> bool:
        return self.plan.done_on is None and self.day is not None and self.day <= on


def evaluations_due(programmes: Collection[int]) -> dict[int, list[Due]]:
    """Return the four levels of each programme with the day on which each is due.

    Levels 1 to 3 count from the last session that is laid out, level 4 from the expected or real start of the last wave
    or, without waves, from the last day of the programme.
    """
    sessions = dict(
        Session.objects.filter(batch__programme__in=programmes, state=SessionState.PLANNED)
        .exclude(batch__state=BatchState.CANCELLED)
        .values_list("batch__programme")
        .annotate(last=Max("ends_at"))
    )
    begun = Max(Coalesce("started_on", "due_on"))
    waves = dict(Wave.objects.filter(programme__in=programmes).values_list("programme").annotate(last=begun))
    plans = EvaluationPlan.objects.filter(programme__in=programmes).select_related("programme", "responsible")
    found: dict[int, list[Due]] = defaultdict(list)
    for plan in plans.order_by("programme", "level"):
        taught = sessions.get(plan.programme_id)
        if plan.level == EvaluationLevel.RESULTS:
            since: date | None = waves.get(plan.programme_id, plan.programme.ends_on)
        else:
            since = timezone.localdate(taught) if taught else None
        found[plan.programme_id].append(Due(plan, months_later(since, plan.months_after) if since else None))
    return dict(found)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last of a month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _waves(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    late = Wave.objects.filter(
        programme__in=programmes, programme__state__in=WATCHED, started_on__isnull=True, due_on__lt=on
    )
    for wave in late.order_by("number"):
        since = spelled(wave.due_on)
        text = Text(
            id=f"Gelombang {wave.number} seharusnya mulai {since.id}.",
            en=f"Wave {wave.number} was to begin on {since.en}.",
        )
        yield wave.programme_id, Late(LateKind.WAVE, text, wave.pk)


def _batches(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    planned = Session.objects.filter(batch=OuterRef("pk"), state=SessionState.PLANNED)
    soon = Q(state__in=GOING) | Q(state=BatchState.PLANNED, opens_on__lte=on)
    bare = Batch.objects.filter(~Exists(planned), soon, programme__in=programmes)
    for batch in bare.order_by("pk"):
        text = Text(id=f"{batch.title} belum mempunyai sesi.", en=f"{batch.title} has no session.")
        yield batch.programme_id, Late(LateKind.SESSIONS, text, batch.pk)


def _evaluations(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    for programme, dues in evaluations_due(programmes).items():
        for due in dues:
            if due.plan.programme.state in JUDGED and due.is_late(on=on) and due.day is not None:
                day = spelled(due.day)
                text = Text(
                    id=f"Evaluasi jenjang {due.plan.level} jatuh tempo {day.id}.",
                    en=f"Evaluation of level {due.plan.level} was due on {day.en}.",
                )
                yield programme, Late(LateKind.EVALUATION, text)


def _curricula(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    standing = CurriculumVersion.objects.filter(curriculum=OuterRef("curricula"), state=VersionState.IN_FORCE)
    lacking = Programme.objects.filter(~Exists(standing), pk__in=programmes, curricula__isnull=False)
    watched = lacking.filter(state__in=WATCHED).order_by("pk", "curricula__title")
    for programme, course, title in watched.values_list("pk", "curricula", "curricula__title"):
        text = Text(
            id=f"Kurikulum {title} masih rancangan, belum berlaku.",
            en=f"The curriculum {title} is a draft and not in force.",
        )
        yield programme, Late(LateKind.CURRICULUM, text, course)


def _agreements(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    lapsed = lapsed_partners(on=on)
    over = (BatchState.FINISHED, BatchState.CANCELLED)
    used = Batch.objects.filter(programme__in=programmes, partner__in=lapsed).exclude(state__in=over)
    for programme, partner, name in (
        used.order_by("programme", "partner__name").values_list("programme", "partner", "partner__name").distinct()
    ):
        text = Text(id=f"Perjanjian dengan {name} sudah berakhir.", en=f"The agreement with {name} has ended.")
        yield programme, Late(LateKind.AGREEMENT, text, partner)


def _money(programmes: Collection[int], on: date) -> Iterable[tuple[int, Late]]:
    going = Batch.objects.filter(programme__in=programmes, programme__state__in=WATCHED, cost__isnull=False)
    costs = dict(
        going.exclude(state=BatchState.CANCELLED).order_by().values_list("programme").annotate(whole=Sum("cost"))
    )
    for pk, budget in Programme.objects.filter(pk__in=costs, budget__isnull=False).values_list("pk", "budget"):
        if budget is not None and costs[pk] > budget:
            text = Text(
                id="Biaya angkatan melebihi anggaran program.", en="The batches cost more than the budget allows."
            )
            yield pk, Late(LateKind.MONEY, text)
