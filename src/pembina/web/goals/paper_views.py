"""A plan on the form of the regulation, for the person, the rater and human resources."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.plan_duty import post_of_day
from pembina.exchange.papers.performance_plan import PlanPaper, performance_plan_paper
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.goals.visiting import actor_of, read_plan, today


@signed_in
@require_safe
@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the plan to print; the rater stands there in the position of the day of agreeing."""
    plan, on = read_plan(request, pk), today()
    if plan.person.nip != actor_of(request).username:
        note_looking(request, "look_at_expectations", on=plan)
    moment = plan.agreed_at or plan.proposed_at
    post = post_of_day(plan.rater, on=localdate(moment) if moment else on) if plan.rater else None
    content = performance_plan_paper(PlanPaper(plan, post, settings.PEMBINA_GOVERNMENT_NAME, on))
    name = slugify(f"skp {plan.year} {plan.person.name}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
