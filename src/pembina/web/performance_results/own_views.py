"""One's own results."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.queries import person_of
from pembina.domain.performance.queries.results import results_of
from pembina.web.access import requires
from pembina.web.performance_results.present import result_rows
from pembina.web.performance_results.visitors import actor_of, tabs


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Show one's results, the latest first, and who rated them."""
    person, on = person_of(actor_of(request)), timezone.localdate()
    rows = result_rows(results_of(person).select_related("person"), on=on) if person else []
    context = {"tabs": tabs(request, "own"), "person": person, "rows": rows}
    return render(request, "performance_results/own.html", context)
