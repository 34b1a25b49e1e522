"""The calendar of the government and of each unit, a year at a time."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.core.rules.service_time import office_hours
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.calendars import Line, SetHours, lines_of
from pembina.web.access import requires
from pembina.web.public_services import present_calendar as present
from pembina.web.public_services.scope import actor_of, keeps
from pembina.web.public_services.wording import ZONES, hours_a_week

FIRST_YEAR, LAST_YEAR = 2000, 2100


@requires(Permission.RECORD_SERVICE)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the calendar that holds for the whole government, or lead to that of the unit chosen."""
    units = units_in_reach(request)
    chosen = request.GET.get("unit", "")
    if chosen.isascii() and chosen.isdigit() and len(chosen) < 19:
        found = get_object_or_404(units, pk=int(chosen))
        return redirect(f"{reverse('public_services:unit_calendar', args=[found.pk])}?tahun={year_of(request)}")
    listed = list(units.order_by("code"))
    context = shown(request, None, (None,)) | {"units": listed, "followers": followers(listed)}
    return render(request, "public_services/calendar.html", context)


@requires(Permission.RECORD_SERVICE)
@require_safe
def unit_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the calendar of one unit: its own days and hours, and those it follows."""
    found = get_object_or_404(units_in_reach(request), pk=pk)
    below = list(units_in_reach(request).filter(parent=found).order_by("code"))
    context = shown(request, found, lines_of([pk])[pk]) | {"followers": followers(below)}
    context["trail"] = [(_("Kalender kerja"), reverse("public_services:calendar"))]
    return render(request, "public_services/calendar.html", context)


def shown(request: HttpRequest, unit: Unit | None, line: Line) -> dict:
    """Return what both pages show of a year."""
    on, year, may_keep = timezone.localdate(), year_of(request), keeps(request, unit)
    hours = SetHours.over([line])
    places = present.Places(line, names_of([line]))
    closures = hours.closures(line)
    working = hours.calendar(line, unit.time_zone if unit else "Asia/Jakarta")
    usual = present.usual_today(hours.usual_weeks(line), on=on)
    return {
        "unit": unit,
        "title": unit.name if unit else _("Seluruh pemerintah daerah"),
        "zone": ZONES[unit.time_zone] if unit else "",
        "key": str(unit.pk) if unit else "",
        "year": str(year),
        "years": [str(each) for each in present.years_around(year, on=on)],
        "weekdays": present.weekdays(),
        "months": present.months(year, working, closures, on=on),
        "closures": present.closure_rows(year, closures, places, may_keep=may_keep),
        "special": present.special_rows(year, hours, places, may_keep=may_keep),
        "usual": present.hours_today(usual),
        "follows": present.follows(usual, places),
        "weekly": hours_a_week(usual.week),
        "open_on_holidays": usual.row is not None and usual.row.open_on_holidays,
        "article": office_hours(on=on).article,
        "weeks": present.own_weeks(hours, places, on=on),
        "may_keep": may_keep,
    }


def followers(units: list[Unit]) -> list[present.FollowerRow]:
    lines = lines_of(unit.pk for unit in units)
    return present.follower_rows(units, lines, on=timezone.localdate(), names=names_of(lines.values()))


def names_of(lines: Iterable[Line]) -> dict[int, str]:
    """Return the names of all units along some lines, in one query."""
    numbers = {place for line in lines for place in line if place is not None}
    return dict(Unit.objects.filter(pk__in=numbers).values_list("pk", "name"))


def units_in_reach(request: HttpRequest) -> QuerySet[Unit]:
    """Return the units whose services the visitor records, those that closed left out."""
    reached = units_reached_by(actor_of(request), Permission.RECORD_SERVICE, on=timezone.localdate())
    return reached.filter(closed_on__isnull=True)


def year_of(request: HttpRequest) -> int:
    """Return the year of the address; this year where it is none."""
    written = request.GET.get("tahun", "")
    is_year = written.isascii() and written.isdigit() and len(written) == 4
    asked = int(written) if is_year else 0
    return asked if FIRST_YEAR <= asked <= LAST_YEAR else timezone.localdate().year
