"""The index of professionalism (IP ASN) simulated: one's own, and that of staff in reach."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.queries import person_of
from pembina.web.access import requires, signed_in
from pembina.web.performance_results.present_index import index_page
from pembina.web.performance_results.visitors import actor_of, other_or_404, people_trail, tabs


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Simulate one's own index."""
    person, on = person_of(actor_of(request)), timezone.localdate()
    context = {"tabs": tabs(request, "own_index"), "shown": index_page(person, on=on) if person else None}
    return render(request, "performance_results/own_index.html", context)


@signed_in
@require_safe
def of_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Simulate the index of somebody in reach."""
    found = other_or_404(request, pk)
    trail = people_trail((found.titled_name, reverse("performance_results:person", args=[found.pk])))
    context = {"person": found, "shown": index_page(found, on=timezone.localdate()), "trail": trail}
    return render(request, "performance_results/person_index.html", context)
