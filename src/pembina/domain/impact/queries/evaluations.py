"""Questions about evaluations: the list, the version that holds, and the programmes that could be evaluated."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import DesignState, OutcomeRole, RunState
from pembina.domain.impact.models import DesignOutcome, Evaluation, EvaluationDesign, EvaluationRun
from pembina.domain.impact.operations.evaluations import EVALUATED, OPEN
from pembina.domain.people.permissions import reaches_everything


def with_figures(evaluations: QuerySet[Evaluation]) -> QuerySet[Evaluation]:
    """Return the evaluations with what the list shows.

    `version`, `decides_on`, `locked_at`, `figure` and `element` of the latest version, `runs_done`, and the pk of the
    `decided` decision where there is one.
    """
    latest = EvaluationDesign.objects.filter(evaluation=OuterRef("pk")).order_by("-version")
    primary = DesignOutcome.objects.filter(design__evaluation=OuterRef("pk"), role=OutcomeRole.PRIMARY)
    primary = primary.order_by("-design__version")
    done = EvaluationRun.objects.filter(evaluation=OuterRef("pk"), state=RunState.DONE).order_by()
    return evaluations.annotate(
        version=Subquery(latest.values("version")[:1]),
        decides_on=Subquery(latest.values("decides_on")[:1]),
        locked_at=Subquery(latest.filter(state=DesignState.LOCKED).values("locked_at")[:1]),
        figure=Subquery(primary.values("figure")[:1]),
        element=Subquery(primary.values("element")[:1]),
        runs_done=Subquery(done.values("evaluation").annotate(found=Count("pk")).values("found")),
        decided=F("decision__pk"),
    ).select_related("programme__owner", "joined_programme", "joined_in")


def designs_evaluations(actor: User, *, on: date) -> bool:
    """Say whether `actor` may open evaluations: of the whole government, as a programme reaches across units."""
    return reaches_everything(actor, Permission.EVALUATE_EFFECT, on=on)


def draft_of(evaluation: Evaluation) -> EvaluationDesign | None:
    return evaluation.designs.filter(state=DesignState.DRAFT).first()


def locked_design_of(evaluation: Evaluation) -> EvaluationDesign | None:
    """Return the version that holds: the latest that was locked."""
    return evaluation.designs.filter(state=DesignState.LOCKED).order_by("-version").first()


def programmes_to_evaluate() -> QuerySet[Programme]:
    """Return the programmes without an open evaluation, by themselves or with another, that were not dropped."""
    going = Evaluation.objects.filter(programme=OuterRef("pk"), joined_programme=None, state__in=OPEN)
    together = Evaluation.objects.filter(
        Q(programme=OuterRef("pk")) | Q(joined_programme=OuterRef("pk")), joined_programme__isnull=False, state__in=OPEN
    )
    return Programme.objects.filter(~Exists(going), ~Exists(together), state__in=EVALUATED).order_by("title", "pk")


def history_of(evaluation: Evaluation) -> QuerySet[AuditEvent]:
    """Return what was done about an evaluation and its designs, the latest first."""
    kinds = ContentType.objects.get_for_models(Evaluation, EvaluationDesign)
    designs = evaluation.designs.values("pk")
    about = Q(content_type=kinds[Evaluation], object_id=evaluation.pk)
    about |= Q(content_type=kinds[EvaluationDesign], object_id__in=designs)
    found: QuerySet[AuditEvent] = AuditEvent.objects.filter(about).exclude(operation="")
    return found.select_related("actor").order_by("-timestamp", "-id")
