"""Closed days, usual hours and special hours are entered, changed and removed; first the visitor sees what changes."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.service_time import Week, office_hours
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.services.calendars import SetHours, lines_of, week_of
from pembina.domain.services.models import ClosedDay, OfficeWeek, SpecialWeek
from pembina.domain.services.operations import calendars as operations
from pembina.domain.services.public_holidays import FIRST_YEAR, LAST_YEAR, fasts
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.public_services.calendar_forms import ClosedDayForm, SpecialWeekForm, WeekForm, hours_of
from pembina.web.public_services.present_calendar import span, usual_today
from pembina.web.public_services.scope import actor_of, kept_place, require_kept
from pembina.web.public_services.standard_forms import PlainForm
from pembina.web.public_services.wording import hours_a_week, week_rows

EDITABLE = "public_services/editable.html"


@requires(Permission.KEEP_SERVICES)
def add_day(request: HttpRequest) -> HttpResponse:
    """Enter a closed day, or one on which a unit stays open."""
    unit = kept_place(request, request.GET.get("unit", ""))
    form = ClosedDayForm(request.POST or None, of_unit=unit is not None)
    page = page_of(unit, title=_("Catat hari libur"), submit=_("Catat"), done=_("Hari libur dicatat."))

    def act() -> str:
        operations.add_closed_day(unit=unit, **form.told, by=actor_of(request), at=timezone.now())
        return calendar_address(unit, form.told["day"])

    return form_answer(request, form, page, act, lambda: scale(unit, form.told["day"]))


@requires(Permission.KEEP_SERVICES)
def edit_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a closed day."""
    found = kept_row(request, ClosedDay, pk)
    told = {"day": found.day, "name": found.name, "kind": found.kind, "worked": found.worked}
    form = ClosedDayForm(request.POST or None, of_unit=found.unit is not None, initial=told)
    remove = reverse("public_services:remove_day", args=[pk])
    page = page_of(found.unit, title=_("Ubah hari libur"), submit=_("Simpan perubahan"), done=_("Hari libur disimpan."))

    def act() -> str:
        operations.edit_closed_day(closed=found, **form.told, by=actor_of(request), at=timezone.now())
        return calendar_address(found.unit, form.told["day"])

    def consequences() -> list[Shown]:
        return scale(found.unit, min(found.day, form.told["day"]))

    extra = {"remove": remove, "remove_label": _("Hapus hari libur ini")}
    return form_answer(request, form, page, act, consequences, template=EDITABLE, extra=extra)


@requires(Permission.KEEP_SERVICES)
def remove_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a closed day out."""
    found = kept_row(request, ClosedDay, pk)

    def act() -> str:
        operations.remove_closed_day(closed=found, by=actor_of(request), at=timezone.now())
        return calendar_address(found.unit, found.day)

    named = f"{found.name}, {day(found.day)}"
    return removal(request, found.unit, _("Hapus hari libur"), named, act, since=found.day)


@requires(Permission.KEEP_SERVICES)
def set_week(request: HttpRequest) -> HttpResponse:
    """Set usual hours from a day on, beginning with those in force."""
    unit, on = kept_place(request, request.GET.get("unit", "")), timezone.localdate()
    line = lines_of([unit.pk])[unit.pk] if unit else (None,)
    now = usual_today(SetHours.over([line]).usual_weeks(line), on=on)
    told = {"starts_on": on, "open_on_holidays": now.row is not None and now.row.open_on_holidays}
    form = WeekForm(request.POST or None, may_follow=unit is not None, initial=told | hours_of(now.week))
    page = page_of(unit, title=_("Atur jam kerja"), submit=_("Tetapkan jam kerja"), done=_("Jam kerja ditetapkan."))

    def act() -> str:
        operations.set_week(
            unit=unit, starts_on=form.cleaned_data["starts_on"], week=form.week,
            open_on_holidays=form.cleaned_data.get("open_on_holidays", False), by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return calendar_address(unit, form.cleaned_data["starts_on"])

    def consequences() -> list[Shown]:
        starts_on = form.cleaned_data["starts_on"]
        if not form.week:
            return [_("Jam kerja mengikuti lagi unit di atasnya."), *scale(unit, starts_on)]
        return [*changed_hours(now.week, week_of(form.week)), *scale(unit, starts_on)]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.KEEP_SERVICES)
def remove_week(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back usual hours that were set by mistake."""
    found = kept_row(request, OfficeWeek, pk)

    def act() -> str:
        operations.remove_week(row=found, by=actor_of(request), at=timezone.now())
        return calendar_address(found.unit, found.starts_on)

    named = _("Jam kerja sejak %(day)s") % {"day": day(found.starts_on)}
    return removal(request, found.unit, _("Hapus jam kerja"), named, act, since=found.starts_on)


@requires(Permission.KEEP_SERVICES)
def add_special(request: HttpRequest) -> HttpResponse:
    """Enter special hours; asked for Ramadan, with the hours of the regulation and the days it is expected."""
    unit, on = kept_place(request, request.GET.get("unit", "")), timezone.localdate()
    told = ramadan_of(request.GET.get("ramadan", ""), on=on)
    form = SpecialWeekForm(request.POST or None, initial=told)
    page = page_of(
        unit,
        title=_("Catat jam kerja khusus"),
        submit=_("Catat"),
        done=_("Jam kerja khusus dicatat."),
        note=_("Awal dan akhir Ramadan adalah perkiraan. Sesuaikan dengan penetapan pemerintah.") if told else "",
    )

    def act() -> str:
        operations.add_special_week(unit=unit, **special_told(form), by=actor_of(request), at=timezone.now())
        return calendar_address(unit, form.cleaned_data["starts_on"])

    return form_answer(request, form, page, act, lambda: special_scale(unit, form))


@requires(Permission.KEEP_SERVICES)
def edit_special(request: HttpRequest, pk: int) -> HttpResponse:
    """Change special hours."""
    found = kept_row(request, SpecialWeek, pk)
    told = {"name": found.name, "starts_on": found.starts_on, "ends_on": found.ends_on}
    form = SpecialWeekForm(request.POST or None, initial=told | hours_of(week_of(found.week)))
    page = page_of(
        found.unit,
        title=_("Ubah jam kerja khusus"),
        submit=_("Simpan perubahan"),
        done=_("Jam kerja khusus disimpan."),
    )

    def act() -> str:
        operations.edit_special_week(row=found, **special_told(form), by=actor_of(request), at=timezone.now())
        return calendar_address(found.unit, form.cleaned_data["starts_on"])

    extra = {
        "remove": reverse("public_services:remove_special", args=[pk]),
        "remove_label": _("Hapus jam kerja khusus ini"),
    }
    return form_answer(
        request, form, page, act, lambda: special_scale(found.unit, form), template=EDITABLE, extra=extra
    )


@requires(Permission.KEEP_SERVICES)
def remove_special(request: HttpRequest, pk: int) -> HttpResponse:
    """Take special hours out."""
    found = kept_row(request, SpecialWeek, pk)

    def act() -> str:
        operations.remove_special_week(row=found, by=actor_of(request), at=timezone.now())
        return calendar_address(found.unit, found.starts_on)

    named = f"{found.name}, {span(found.starts_on, found.ends_on)}"
    return removal(request, found.unit, _("Hapus jam kerja khusus"), named, act, since=found.starts_on)


def removal(request: HttpRequest, unit: Unit | None, title: str, named: str, act: Any, *, since: date) -> HttpResponse:
    """Ask before something is taken out of a calendar."""
    form = PlainForm(request.POST or None)
    page = page_of(
        unit,
        title=title,
        submit=_("Hapus"),
        done=_("Sudah dihapus."),
        now=[(_("Yang dihapus"), named)],
        note=" ".join(str(each) for each in scale(unit, since)),
    )
    return form_answer(request, form, page, act)


def scale(unit: Unit | None, since: date) -> list[Shown]:
    """Tell how many services are counted again, and from when on."""
    services = operations.services_under(unit).count()
    told = {"count": number(services), "day": day(since)}
    return [
        ngettext(
            "%(count)s layanan dihitung ulang; yang berubah hanya waktu layanan sejak %(day)s.",
            "%(count)s layanan dihitung ulang; yang berubah hanya waktu layanan sejak %(day)s.",
            services,
        )
        % told
    ]


def changed_hours(before: Week, after: Week) -> list[Shown]:
    """Tell what changes in a week, day by day."""
    pairs = zip(week_rows(before), week_rows(after), strict=True)
    said = [f"{name}: {was} → {becomes}" for (name, was), (_name, becomes) in pairs if was != becomes]
    if not said:
        return [_("Jam kerjanya sama seperti sekarang.")]
    return [*said, f"{hours_a_week(before)} → {hours_a_week(after)}"]


def special_told(form: SpecialWeekForm) -> dict[str, Any]:
    found = form.cleaned_data
    return {
        "name": found["name"],
        "starts_on": found["starts_on"],
        "ends_on": found["ends_on"],
        "week": form.week,
    }


def special_scale(unit: Unit | None, form: SpecialWeekForm) -> list[Shown]:
    told = {"hours": hours_a_week(week_of(form.week))}
    first, last = form.cleaned_data["starts_on"], form.cleaned_data["ends_on"]
    told["span"] = span(first, last)
    return [_("%(span)s: %(hours)s.") % told, *scale(unit, first)]


def ramadan_of(written: str, *, on: date) -> dict[str, Any]:
    """Return special hours for the Ramadan of a year, ``2027`` or, for a second one, ``2030-2``."""
    year, _dash, place = written.partition("-")
    if not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year[:5]) <= LAST_YEAR):
        return {}
    found, index = fasts(int(year)), int(place) - 1 if place in ("1", "2") else 0
    if index >= len(found):
        raise Http404
    first, last = found[index]
    hours = office_hours(on=on).ramadan
    return {"name": f"Ramadan {year}", "starts_on": first, "ends_on": last} | hours_of(hours)


def kept_row(request: HttpRequest, model: Any, pk: int) -> Any:
    """Return a row of a calendar that the visitor may change; 404 for any other."""
    found = get_object_or_404(model.objects.select_related("unit"), pk=pk)
    require_kept(request, found.unit)
    return found


def page_of(unit: Unit | None, *, title: str, submit: str, done: str, note: str = "", now: Any = ()) -> FormPage:
    name = unit.name if unit else _("Seluruh pemerintah daerah")
    trail = [(_("Kalender kerja"), reverse("public_services:calendar"))]
    if unit:
        trail.append((unit.name, calendar_address(unit, None)))
    return FormPage(title=title, lead=name, submit=submit, done=done, trail=trail, note=note, now=list(now))


def calendar_address(unit: Unit | None, about: date | None) -> str:
    """Return the calendar of a unit or of the government, in the year of a day."""
    path = reverse("public_services:unit_calendar", args=[unit.pk]) if unit else reverse("public_services:calendar")
    return f"{path}?tahun={about.year}" if about else path
