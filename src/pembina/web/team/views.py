"""The people somebody leads, and agreeing to what they propose."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.operations.agreeing import agree_expectations
from pembina.domain.performance.plan_deciding import plans_to_agree
from pembina.domain.performance.queries.board import late_condition, posts_planned
from pembina.domain.performance.queries.plans import indicators_of, with_content
from pembina.domain.performance.queries.progress import standings_of
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.team.beside import beside, late_items
from pembina.web.team.filters import TeamFilters
from pembina.web.team.present import team_rows

ON_A_PAGE = 25


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List everybody the visitor leads, with what waits first."""
    actor, at, on = cast(User, request.user), timezone.now(), timezone.localdate()
    people = people_decided_by(actor, on=on)
    posts = posts_planned(people, year=on.year, on=on).select_related("person", "unit")
    filters = TeamFilters(request.GET, year=on.year, on=on)
    page = Paginator(filters.narrow(posts), ON_A_PAGE).get_page(request.GET.get("page"))
    agreed = PerformancePlan.objects.filter(pk__in=[post.plan for post in page], state=PlanState.AGREED)
    plans = list(with_content(agreed))
    context = {
        "page": page,
        "rows": team_rows(
            list(page), plans, standings_of(indicators_of(plans), at=at),
            beside(actor, [post.person_id for post in page], on=on), year=on.year, at=at,
        ),
        "filters": filters,
        "reset": reverse("team:index") if filters.is_narrowed else "",
        "year": on.year,
        "people": posts.count(),
        "waiting": posts.filter(waiting__isnull=False).count(),
        "late": posts.filter(late_condition(on.year, on=on)).count(),
        "waits": late_items(actor, at=at, on=on),
        "from_others": late_of_others(actor, people),
    }  # fmt: skip
    return render(request, "team/index.html", context)


@signed_in
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to a proposed plan, and stay on the list."""
    actor = cast(User, request.user)
    plan = get_object_or_404(plans_to_agree(actor, on=timezone.localdate()).select_related("person"), pk=pk)
    try:
        agree_expectations(plan=plan, by=actor, at=timezone.now())
        messages.success(request, _("SKP %(name)s ditetapkan.") % {"name": plan.person.titled_name})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("team:index")


def late_of_others(actor: User, people: QuerySet[Person]) -> list[PerformancePlan]:
    """Return late plans of people whom others lead and to which the visitor may agree, the longest waiting first."""
    waiting = plans_to_agree(actor, on=timezone.localdate()).exclude(person__in=people.values("pk"))
    return list(waiting.select_related("person").order_by("proposed_at", "pk")[:ON_A_PAGE])
