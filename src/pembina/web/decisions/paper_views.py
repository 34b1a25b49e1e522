"""The decision on paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from pembina.domain.impact.decision_content import matches_seal
from pembina.domain.impact.decision_facts import facts_of
from pembina.domain.impact.decision_refusals import ContentChangedError
from pembina.domain.impact.operations.exports import note_paper_export
from pembina.exchange.papers.decision import decision_paper
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.decisions.visiting import actor_of, seen_decision


@signed_in
@require_POST
@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the decision paper to print, with the names of who decided and signed, and write down who took it."""
    decision = seen_decision(request, pk)
    if not matches_seal(decision):
        refuse_on(request, ContentChangedError())
        return redirect("decisions:show", pk)
    address = request.build_absolute_uri(reverse("decisions:show", args=[pk]))
    content = decision_paper(facts_of(decision), government=settings.PEMBINA_GOVERNMENT_NAME, address=address)
    name = f"{slugify(f'keputusan {decision.evaluation.programme.code}')}.pdf"
    note_paper_export(decision=decision, file=name, by=actor_of(request), at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
