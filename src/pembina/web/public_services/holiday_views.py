"""The public holidays of a year are offered, and those that are ticked enter the calendar."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.access.permissions import Permission
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.operations.calendars import add_holidays
from pembina.domain.services.public_holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    OfferedHoliday,
    fasts,
    offered_holidays,
)
from pembina.web.access import requires
from pembina.web.components.formatting import day, number
from pembina.web.public_services.calendar_views import year_of
from pembina.web.public_services.present_calendar import TONES, span, years_around
from pembina.web.public_services.scope import actor_of, require_kept


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One holiday that may be added: `value` is empty where the calendar names the day already."""

    value: str
    ticked: bool
    dates: str
    name: str
    kind: str | Promise
    tone: str
    note: str


@dataclass(frozen=True, slots=True)
class RamadanLink:
    """A way to the form of special hours, filled for the fast of a year."""

    address: str
    label: str


@requires(Permission.KEEP_SERVICES)
def holidays(request: HttpRequest) -> HttpResponse:
    """Show what the holidays of a year would add, and add what is ticked."""
    require_kept(request, None)
    year = min(max(year_of(request), FIRST_YEAR), LAST_YEAR)
    offers = offered_holidays(year)
    if request.method == "POST":
        chosen = set(request.POST.getlist("day"))
        wanted = [offer.holiday for offer in offers if offer.holiday.day.isoformat() in chosen]
        added = add_holidays(holidays=wanted, by=actor_of(request), at=timezone.now())
        said = ngettext("%(count)s hari libur ditambahkan.", "%(count)s hari libur ditambahkan.", added)
        messages.success(request, said % {"count": number(added)})
        return redirect(f"{reverse('public_services:calendar')}?tahun={year}")
    context = {
        "year": str(year),
        "years": [str(each) for each in years_around(year, on=timezone.localdate())],
        "rows": [offer_row(offer) for offer in offers],
        "may_add": any(offer.listed is None for offer in offers),
        "without_leave": all(offer.holiday.kind is ClosedDayKind.NATIONAL for offer in offers),
        "has_estimates": any(offer.holiday.is_estimate for offer in offers),
        "ramadan": ramadan_links(year),
        "trail": [(_("Kalender kerja"), reverse("public_services:calendar"))],
    }
    return render(request, "public_services/holidays.html", context)


def offer_row(offer: OfferedHoliday) -> OfferRow:
    holiday = offer.holiday
    return OfferRow(
        value="" if offer.listed else holiday.day.isoformat(),
        ticked=offer.is_new,
        dates=day(holiday.day),
        name=holiday.name,
        kind=holiday.kind.label,
        tone=TONES[holiday.kind],
        note=note_on(offer),
    )


def note_on(offer: OfferedHoliday) -> str:
    if offer.listed is not None:
        told = {"name": offer.listed.name}
        same = offer.listed.name == offer.holiday.name
        return _("Sudah tercatat") if same else _("Sudah tercatat sebagai %(name)s") % told
    if offer.taken_out:
        return _("Pernah dihapus atau dipindahkan")
    return _("Perkiraan") if offer.holiday.is_estimate else ""


def ramadan_links(year: int) -> list[RamadanLink]:
    path = reverse("public_services:add_special")
    return [
        RamadanLink(f"{path}?ramadan={year}-{place}", span(first, last))
        for place, (first, last) in enumerate(fasts(year), start=1)
    ]
