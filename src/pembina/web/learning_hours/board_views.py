"""Who is behind: by unit, by person, and one person; for human resources, and for auditors to read."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.development.operations.exports import note_standing_export
from pembina.domain.development.queries.degree_studies import certifications, studies
from pembina.domain.development.queries.learning_hours import counts_by_unit, years_of
from pembina.domain.people.models import Person
from pembina.domain.people.queries import units_above
from pembina.web.access import signed_in
from pembina.web.access.address import client_address
from pembina.web.access.looking import note_looking
from pembina.web.learning_hours.export import standing_workbook
from pembina.web.learning_hours.filters import PeopleFilters, YearFilters
from pembina.web.learning_hours.present import person_rows, totals, unit_rows, year_blocks
from pembina.web.learning_hours.present_studies import certification_rows, study_rows
from pembina.web.learning_hours.visitors import actor_of, board_trail, reader_of, tabs, writes
from pembina.web.uploads.file_words import WORKBOOK, attached

ON_A_PAGE = 50


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show by unit how many have met the year's hours, are behind, or have nothing on record."""
    reader_of(request)
    on = timezone.localdate()
    filters = YearFilters(request.GET, on=on)
    counts = counts_by_unit(filters.unit, year=filters.year_chosen, on=on, status=filters.chosen["status"])
    context = {
        "tabs": tabs(request, "index"),
        "filters": filters,
        "rows": unit_rows(counts, query=filters.query),
        "totals": totals(counts),
        "trail": units_trail(filters),
        "title": filters.unit.name if filters.unit else _("Jam pelajaran (JP)"),
    }
    return render(request, "learning_hours/index.html", context)


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List the persons of a year with their hours, narrowed as asked."""
    reader_of(request)
    on = timezone.localdate()
    filters = PeopleFilters(request.GET, on=on)
    page = Paginator(filters.people(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "people"),
        "filters": filters,
        "page": page,
        "rows": person_rows(page, year=filters.year_chosen, on=on),
        "reset": reverse("learning_hours:people") if filters.is_narrowed else "",
    }
    return render(request, "learning_hours/people.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list, narrowed as it is shown; who took it is written down."""
    actor, on = reader_of(request), timezone.localdate()
    filters = PeopleFilters(request.POST, on=on)
    found = filters.people()
    note_standing_export(
        people=found, filters=filters.query_with_unit, by=actor, at=timezone.now(), address=client_address(request)
    )
    content = standing_workbook(found, year=filters.year_chosen, on=on)
    return attached(content, WORKBOOK, f"jp-{filters.year_chosen}.xlsx")


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is on record of one person."""
    reader_of(request)
    found, on = get_object_or_404(Person, pk=pk), timezone.localdate()
    is_own = found.nip == actor_of(request).username
    if not is_own:
        note_looking(request, "look_at_learning", on=found)
    context = {
        "person": found,
        "blocks": year_blocks(years_of(found, on=on), on=on, is_own=is_own),
        "studies": study_rows(studies().filter(person=found), on=on),
        "certifications": certification_rows(certifications().filter(person=found).order_by("-issued_on"), on=on),
        "may_write": writes(request) and not is_own,
        "trail": board_trail((_("Menurut pegawai"), reverse("learning_hours:people"))),
    }
    return render(request, "learning_hours/person.html", context)


def units_trail(filters: YearFilters) -> list[tuple[str, str]]:
    """Return the units above the chosen one; none where no unit is chosen."""
    if filters.unit is None:
        return []
    index_of = reverse("learning_hours:index")
    above = [(one.name, f"{index_of}?{filters.query}unit={one.code}") for one in units_above(filters.unit)]
    return board_trail(*above)
