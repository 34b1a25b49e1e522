"""The decision on paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.impact.decision_facts import facts_of
from pembina.exchange.papers.decision import decision_paper
from pembina.web.access import signed_in
from pembina.web.decisions.visiting import seen_decision


@signed_in
@require_safe
@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the decision paper to print, with the names of who decided and signed."""
    decision = seen_decision(request, pk)
    address = request.build_absolute_uri(reverse("decisions:show", args=[pk]))
    content = decision_paper(facts_of(decision), government=settings.PEMBINA_GOVERNMENT_NAME, address=address)
    name = slugify(f"keputusan {decision.evaluation.programme.code}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
