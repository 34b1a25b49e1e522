"""From the list to a change of many people."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.bulk import MOST_PEOPLE, choose_people
from pembina.domain.people.models import Person
from pembina.domain.people.queries import staff_seen_by
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.stewardship import staff_kept_by
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.people.filters import StaffFilters
from pembina.web.people.workbook import workbook_of


@requires(Permission.MANAGE_STAFF)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the rows that were ticked, or all that the filters leave, and go on to what is to happen with them."""
    actor, on = cast(User, request.user), timezone.localdate()
    filters = StaffFilters(request.GET, actor=actor, on=on)
    what = request.POST.get("what", "")
    if what == "export":
        chosen = staff_seen_by(actor, on=on).filter(pk__in=ticked(request))
        return workbook_of(chosen.order_by("name", "pk"), request, filters=f"chosen={chosen.count()}")
    people: list[int] = ticked(request)
    if what == "all":
        kept = filters.narrow(Person.objects.filter(pk__in=staff_kept_by(actor, on=on).values("pk")))
        people = list(kept.values_list("pk", flat=True)[: MOST_PEOPLE + 1])
    try:
        change = choose_people(people=people, by=actor, at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect(f"{reverse('people:index')}?{filters.query}")
    return redirect("staffing:bulk", change.pk)


def ticked(request: HttpRequest) -> list[int]:
    """Return the rows that were ticked; what is no number is nobody."""
    written = request.POST.getlist("person")
    return [int(number) for number in written if number.isascii() and number.isdigit() and len(number) < 19]
