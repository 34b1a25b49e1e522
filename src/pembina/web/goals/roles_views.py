"""Who takes which part in the results of a leader (format A.1.5): for the leader and human resources."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.queries.plans import own_plans, with_content
from pembina.domain.performance.queries.roles import RolesMatrix, plans_shared_out_for, roles_of
from pembina.exchange.papers.official_form import official_form
from pembina.exchange.papers.roles_matrix import roles_form
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.goals.present_roles import present_roles
from pembina.web.goals.visiting import actor_of, today, trail


@signed_in
@require_safe
def roles(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who contributes what to which result of a plan."""
    matrix = matrix_for(request, pk)
    context = {"matrix": present_roles(matrix), "trail": trail(matrix.plan)}
    return render(request, "goals/roles.html", context)


@signed_in
@require_safe
def roles_now(request: HttpRequest) -> HttpResponse:
    """Go to the matrix of the own plan of this year, or say that there is none yet."""
    plans = own_plans(actor_of(request)).filter(year=timezone.localdate().year).exclude(state=PlanState.REPLACED)
    plan = plans.first()
    if plan is not None:
        return redirect("goals:roles", plan.pk)
    return render(request, "goals/roles.html", {"matrix": None, "trail": trail()})


@signed_in
@require_safe
@never_cache
def roles_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the matrix to print."""
    matrix = matrix_for(request, pk)
    content = official_form(roles_form(matrix, government=settings.PEMBINA_GOVERNMENT_NAME, written_on=today()))
    return pdf(content, "matriks peran hasil", matrix.plan)


def matrix_for(request: HttpRequest, pk: int) -> RolesMatrix:
    """Return the matrix of a plan within reach, and write down that it was looked at by another."""
    actor, on = actor_of(request), today()
    plan = get_object_or_404(with_content(plans_shared_out_for(actor, on=on)), pk=pk)
    if plan.person.nip != actor.username:
        note_looking(request, "look_at_expectations", on=plan)
    return roles_of(plan, on=on, reader=actor)


def pdf(content: bytes, name: str, plan: PerformancePlan) -> HttpResponse:
    """Return a paper to keep, named after the plan."""
    kept = slugify(f"{name} {plan.year} {plan.person.name}")
    headers = {"Content-Disposition": f'attachment; filename="{kept}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
