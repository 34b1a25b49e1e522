"""How often leaders speak with those they lead."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.people.models import Person
from pembina.domain.people.searches import with_posts
from pembina.domain.performance.queries.cadence import (
    EXPECTED_WITHIN,
    cadences_read_by,
    overdue,
    own_cadence,
    reads_cadences,
)
from pembina.web.access import signed_in
from pembina.web.feedback.present import leader_rows, person_rows
from pembina.web.feedback.visiting import actor_of, today, trail

ON_A_PAGE = 25


@signed_in
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Show a leader who waited longest for feedback."""
    on, at = today(), timezone.now()
    led = own_cadence(actor_of(request), on=on)
    page = Paginator(with_posts(led, on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    if not page.paginator.count:
        raise Http404
    context = {
        "page": page,
        "rows": person_rows(page, at=at, expected=True),
        "late": overdue(led, at=at).count(),
        "days": EXPECTED_WITHIN.days,
        "trail": trail(),
    }
    return render(request, "feedback/cadence.html", context)


@signed_in
@require_safe
def leaders(request: HttpRequest) -> HttpResponse:
    """Show counts of the leaders below the visitor, or of all in reach for human resources: never a word."""
    actor, on, at = actor_of(request), today(), timezone.now()
    if not reads_cadences(actor, on=on):
        raise Http404
    found = cadences_read_by(actor, on=on, at=at)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = with_posts(Person.objects.filter(pk__in=[each.leader for each in page]), on=on)
    context = {
        "page": page,
        "rows": leader_rows(page, {person.pk: person for person in shown}),
        "days": EXPECTED_WITHIN.days,
        "trail": trail(),
    }
    return render(request, "feedback/leaders.html", context)
