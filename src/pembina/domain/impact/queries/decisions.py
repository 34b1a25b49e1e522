"""Questions about decisions: which were taken, which wait to be, whose signature is missing, what came later."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState
from pembina.domain.development.models import Batch, Programme
from pembina.domain.impact.enums import DesignState, EvaluationState, RunState, TaskState
from pembina.domain.impact.models import (
    Decision,
    DecisionSignature,
    DesignSigner,
    Evaluation,
    EvaluationDesign,
    EvaluationRun,
    FollowUpTask,
)
from pembina.domain.impact.permissions import decisions_signed_by, evaluations_seen_by

NONE = Value(0)
# Frozen papers and results are long; a list of many needs none of them.
LONG = ("content", "run__result", "run__levels", "run__design__content")
# So long before its day a decision is said to be near.
SOON = timedelta(days=30)


def decisions_seen_by(actor: User, *, on: date) -> QuerySet[Decision]:
    """Return the decisions on evaluations that `actor` may read."""
    return Decision.objects.filter(evaluation__in=evaluations_seen_by(actor, on=on).values("pk"))


def with_figures(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return decisions with `signer_count`, `signed_count`, `dissent_count`, `task_count`, `open_count` and `newer`.

    `newer` is the number of the latest run done after the one decided on.
    """
    signed, tasks = _of(DecisionSignature), _of(FollowUpTask)
    named = DesignSigner.objects.filter(design=OuterRef("run__design"))
    newer = EvaluationRun.objects.filter(
        evaluation=OuterRef("evaluation"), state=RunState.DONE, number__gt=OuterRef("run__number")
    )
    return decisions.select_related("evaluation__programme", "run__design", "decided_by").annotate(
        signer_count=_counted(named, "design"),
        signed_count=_counted(signed, "decision"),
        dissent_count=_counted(signed.filter(agrees=False), "decision"),
        task_count=_counted(tasks, "decision"),
        open_count=_counted(tasks.filter(state=TaskState.OPEN), "decision"),
        newer=Subquery(newer.order_by().values("evaluation").annotate(found=Max("number")).values("found")),
    )


def listed(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return decisions with their figures and the code of the `verdict`, without what is long about them."""
    return with_figures(decisions).annotate(verdict=KT("content__verdict__code")).defer(*LONG)


def evaluations_waiting(actor: User, *, on: date) -> QuerySet[Evaluation]:
    """Return the locked evaluations in sight with `decides_on` and `run_number`, that of the run to decide on."""
    locked = EvaluationDesign.objects.filter(evaluation=OuterRef("pk"), state=DesignState.LOCKED).order_by("-version")
    seen = Evaluation.objects.filter(
        pk__in=evaluations_seen_by(actor, on=on).values("pk"), state=EvaluationState.LOCKED
    ).annotate(
        decides_on=Subquery(locked.values("decides_on")[:1]),
        holding=Subquery(locked.values("pk")[:1]),
    )
    done = EvaluationRun.objects.filter(
        evaluation=OuterRef("pk"), design=OuterRef("holding"), state=RunState.DONE
    ).order_by("-number")
    going = EvaluationRun.objects.filter(evaluation=OuterRef("pk"), state__in=(RunState.WAITING, RunState.RUNNING))
    return seen.select_related("programme").annotate(
        run_number=Subquery(done.values("number")[:1]),
        run_pk=Subquery(done.values("pk")[:1]),
        run_going=Exists(going),
    )


def signed_or_to_sign(actor: User) -> QuerySet[Decision]:
    """Return the decisions whose design names `actor`, with `has_signed`; those to be signed first."""
    own = DecisionSignature.objects.filter(decision=OuterRef("pk"), user=actor)
    named = decisions_signed_by(actor).select_related("evaluation__programme", "run__design", "decided_by")
    marked = named.annotate(has_signed=Exists(own)).defer(*LONG)
    return marked.order_by("has_signed", "-decided_at", "-pk")


def signers_missing(decision: Decision) -> QuerySet[DesignSigner]:
    """Return those whom the design names and who have not signed."""
    signed = decision.signatures.values("user")
    return decision.run.design.signers.exclude(user__in=signed).select_related("user")


def later_runs(decision: Decision) -> QuerySet[EvaluationRun]:
    """Return the runs done after the one decided on, the latest first."""
    later = decision.evaluation.runs.filter(state=RunState.DONE, number__gt=decision.run.number)
    return later.select_related("design").order_by("-number")


def to_review(on: date) -> Q:
    """Return the condition that the day on which a decision is looked at again has come."""
    return Q(review_on__lte=on)


def cost_of_batches(*programmes: Programme) -> Decimal | None:
    """Return what the batches that were held or are under way cost; None where none says so."""
    held = Batch.objects.filter(programme__in=programmes, state__in=(BatchState.RUNNING, BatchState.FINISHED))
    found: Decimal | None = held.aggregate(found=Sum("cost"))["found"]
    return found


def _of(model: type[DecisionSignature] | type[FollowUpTask]) -> QuerySet[Any]:
    return model._default_manager.filter(decision=OuterRef("pk"))


def _counted(rows: QuerySet[Any], by: str) -> Coalesce:
    found = rows.order_by().values(by).annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(found, IntegerField()), NONE)
