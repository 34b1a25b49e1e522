"""What becomes of waves and of the units in them, one change a page."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme, Wave, WaveUnit
from pembina.domain.development.operations.waves import (
    join_wave,
    leave_wave,
    return_to_wave,
    slip_wave,
    start_unit,
    start_wave,
)
from pembina.domain.development.queries.programmes import programmes_planned_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.programmes.board_views import actor_of
from pembina.web.programmes.forms import ReasonForm
from pembina.web.programmes.programme_views import trail
from pembina.web.programmes.wave_forms import JoinForm, LeaveForm, SlipForm, StartForm, StartUnitForm
from pembina.web.programmes.wave_views import waves_link


@requires(Permission.PLAN_PROGRAMME)
def slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Expect a wave on another day."""
    wave, form = wave_planned(request, pk), SlipForm(request.POST or None)
    page = about(wave.programme, _("Geser gelombang %s") % number(wave.number), _("Geser"), _("Pergeseran tercatat."),
                 lead=_("Sekarang direncanakan mulai %s.") % day(wave.due_on))  # fmt: skip
    return answered(
        request, form, page, wave.programme,
        lambda: slip_wave(wave=wave, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@requires(Permission.PLAN_PROGRAMME)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a wave began."""
    wave = wave_planned(request, pk)
    form = StartForm(request.POST or None, initial={"on": timezone.localdate()})
    page = about(wave.programme, _("Catat mulainya gelombang %s") % number(wave.number), _("Catat"),
                 _("Mulainya tercatat."), lead=_("Direncanakan mulai %s.") % day(wave.due_on))  # fmt: skip
    return answered(
        request, form, page, wave.programme,
        lambda: start_wave(wave=wave, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@requires(Permission.PLAN_PROGRAMME)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a unit that was not planned."""
    wave, form = wave_planned(request, pk), JoinForm(request.POST or None, on=timezone.localdate())
    page = about(wave.programme, _("Tambah unit ke gelombang %s") % number(wave.number), _("Tambah"),
                 _("Unit ditambahkan."))  # fmt: skip

    def act() -> object:
        said = form.cleaned_data
        return join_wave(
            wave=wave, unit=said["unit"], reason=said["reason"], by=actor_of(request), at=timezone.now()
        )  # fmt: skip

    return answered(request, form, page, wave.programme, act)


@requires(Permission.PLAN_PROGRAMME)
def unit_start(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the real start of one unit, or put it right."""
    member = member_planned(request, pk)
    form = StartUnitForm(request.POST or None, initial={"on": member.started_on or timezone.localdate()})
    page = about(member.programme, _("Catat mulainya %s") % member.unit.name, _("Catat"), _("Mulainya tercatat."))
    return answered(
        request, form, page, member.programme,
        lambda: start_unit(member=member, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@requires(Permission.PLAN_PROGRAMME)
def unit_leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a unit left."""
    member = member_planned(request, pk)
    form = LeaveForm(request.POST or None, initial={"on": timezone.localdate()})
    page = about(member.programme, _("%s keluar dari program") % member.unit.name, _("Catat keluar"),
                 _("Keluarnya unit tercatat."), is_dangerous=True)  # fmt: skip
    return answered(
        request, form, page, member.programme,
        lambda: leave_wave(member=member, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@requires(Permission.PLAN_PROGRAMME)
def unit_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that a unit left."""
    member, form = member_planned(request, pk), ReasonForm(request.POST or None)
    page = about(member.programme, _("Kembalikan %s") % member.unit.name, _("Kembalikan"), _("Unit kembali tercatat."))
    return answered(
        request, form, page, member.programme,
        lambda: return_to_wave(member=member, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    )  # fmt: skip


def answered(
    request: HttpRequest, form: forms.Form, page: FormPage, programme: Programme, operation: Callable[[], object]
) -> HttpResponse:
    """Answer with the form or, once done, with the waves."""

    def act() -> str:
        operation()
        return reverse("programmes:waves", args=[programme.pk])

    return form_answer(request, form, page, act)


def about(
    programme: Programme, title: str, submit: str, done: str, *, lead: str = "", is_dangerous: bool = False
) -> FormPage:
    above = [*trail(programme), waves_link(programme.pk)]
    return FormPage(title=title, submit=submit, done=done, trail=above, lead=lead, is_dangerous=is_dangerous)


def wave_planned(request: HttpRequest, pk: int) -> Wave:
    """Return a wave of a programme that the visitor may change."""
    planned = programmes_planned_by(actor_of(request), on=timezone.localdate())
    return get_object_or_404(Wave.objects.filter(programme__in=planned).select_related("programme"), pk=pk)


def member_planned(request: HttpRequest, pk: int) -> WaveUnit:
    planned = programmes_planned_by(actor_of(request), on=timezone.localdate())
    members = WaveUnit.objects.filter(programme__in=planned).select_related("programme", "unit")
    return get_object_or_404(members, pk=pk)
