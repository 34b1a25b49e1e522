"""Versions of a service standard: set, compared, corrected, withdrawn."""

from dataclasses import asdict
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.services.calendars import calendar_of
from pembina.domain.services.components import NUMBER_OF_COMPONENTS, content_of, missing_from
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.operations.standards import correct_standard, set_standard, withdraw_standard
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.standards import promise_of
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.public_services.catalogue_views import trail
from pembina.web.public_services.comparing import compared_with, other_versions
from pembina.web.public_services.differences import differences
from pembina.web.public_services.present import dates_of, present_standard, state_of
from pembina.web.public_services.scope import actor_of, kept_service, kept_standard, seen_standard
from pembina.web.public_services.standard_forms import CorrectStandardForm, NewStandardForm, PlainForm, StandardForm
from pembina.web.public_services.wording import due_sentence

TEMPLATE = "public_services/standard_form.html"


@requires(Permission.KEEP_SERVICES)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a standard from a day on, beginning with what the latest version says."""
    service, on = kept_service(request, pk), timezone.localdate()
    latest = service.standards.order_by("-starts_on").first()
    told = asdict(content_of(latest)) | {"decree": ""} if latest else {}
    form = NewStandardForm(request.POST or None, initial=told | {"starts_on": first_free_day(service, latest)})
    page = FormPage(
        title=_("Standar baru") if latest else _("Isi standar pelayanan"),
        lead=f"{service.name} · {service.unit.name}",
        submit=_("Tetapkan standar"),
        done=_("Standar ditetapkan."),
        trail=trail_to(service),
        note=_("Yang belum ada boleh dikosongkan dan dilengkapi kemudian."),
    )

    def act() -> str:
        set_standard(
            service=service, starts_on=form.cleaned_data["starts_on"], content=form.content,
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return reverse("public_services:service", args=[pk])

    def consequences() -> list[Shown]:
        starts_on = form.cleaned_data["starts_on"]
        told = {"day": day(starts_on), "service": service.name}
        said: list[Shown] = [_("Standar %(service)s berlaku mulai %(day)s.") % told]
        if latest and latest.starts_on < starts_on and (latest.ends_on is None or latest.ends_on >= starts_on):
            said.append(_("Versi sekarang berakhir %(day)s.") % {"day": day(starts_on - timedelta(days=1))})
        if starts_on < on:
            said.append(_("Tanggalnya sudah lewat: bulan-bulan sejak itu dihitung ulang dengan janji ini."))
        return [*said, *told_about(form, service)]

    return form_answer(request, form, page, act, consequences, template=TEMPLATE)


@requires(Permission.RECORD_SERVICE)
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version, and what it says differently from another."""
    found, on = seen_standard(request, pk), timezone.localdate()
    service, other = found.service, compared_with(found, request.GET.get("dengan", ""))
    calendar = calendar_of(service.unit)
    state, tone = state_of(found, on)
    kept = services_reached_by(actor_of(request), Permission.KEEP_SERVICES, on=on)
    context = {
        "standard": present_standard(found, calendar, now=timezone.localtime(timezone=calendar.clock)),
        "pk": pk,
        "service": service,
        "state": state,
        "tone": tone,
        "others": other_versions(found, chosen=other),
        "compared": dates_of(other) if other else "",
        "differences": differences(content_of(other), content_of(found)) if other else [],
        "may_keep": kept.filter(pk=service.pk).exists(),
        "may_withdraw": found.starts_on > on,
        "trail": trail_to(service),
    }
    return render(request, "public_services/standard.html", context)


@requires(Permission.KEEP_SERVICES)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a version right; its days stay."""
    found = kept_standard(request, pk)
    form = CorrectStandardForm(request.POST or None, initial=asdict(content_of(found)))
    page = FormPage(
        title=_("Betulkan standar"),
        lead=f"{found.service.name} · {dates_of(found)}",
        submit=_("Simpan perbaikan"),
        done=_("Standar dibetulkan."),
        trail=trail_to(found.service),
        note=_("Untuk janji yang memang berubah, tetapkan standar baru: yang lama tetap berlaku bagi masanya."),
    )

    def act() -> str:
        correct_standard(
            standard=found, content=form.content, by=actor_of(request), at=timezone.now(),
            why=form.cleaned_data["reason"],
        )  # fmt: skip
        return reverse("public_services:standard", args=[pk])

    def consequences() -> list[Shown]:
        before, after = promise_of(found), promise_of(ServiceStandard(**asdict(form.content)))
        if before == after:
            return []
        return [
            _("Janji waktunya berubah: bulan-bulan selama versi ini berlaku dihitung ulang."),
            *told_about(form, found.service),
        ]

    return form_answer(request, form, page, act, consequences, template=TEMPLATE)


@requires(Permission.KEEP_SERVICES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a version that has not begun."""
    found, on = kept_standard(request, pk), timezone.localdate()
    service = found.service
    form = PlainForm(request.POST or None)
    page = FormPage(
        title=_("Tarik standar"),
        lead=f"{service.name} · {dates_of(found)}",
        submit=_("Tarik standar"),
        done=_("Standar ditarik; versi sebelumnya berlaku terus."),
        trail=trail_to(service),
        note=_("Hanya versi yang belum berlaku yang dapat ditarik."),
        is_dangerous=True,
    )

    def act() -> str:
        withdraw_standard(standard=found, on=on, by=actor_of(request), at=timezone.now())
        return reverse("public_services:service", args=[service.pk])

    return form_answer(request, form, page, act)


def told_about(form: StandardForm, service: PublicService) -> list[Shown]:
    """Say what the promise means today, and how complete the version is."""
    calendar = calendar_of(service.unit)
    promised = promise_of(ServiceStandard(**asdict(form.content)))
    sentence = due_sentence(promised, calendar, now=timezone.localtime(timezone=calendar.clock))
    given = NUMBER_OF_COMPONENTS - len(missing_from(form.content))
    complete = _("%(given)s dari %(total)s komponen terisi.") % {
        "given": number(given),
        "total": number(NUMBER_OF_COMPONENTS),
    }
    return [sentence or _("Tidak ada janji waktu: ketepatan waktu tidak dapat dihitung."), complete]


def first_free_day(service: PublicService, latest: ServiceStandard | None):
    """Return today, the day after the latest version began, or the first day of the service."""
    earliest = latest.starts_on + timedelta(days=1) if latest else service.opened_on
    return max(earliest, timezone.localdate()) if latest else min(earliest, timezone.localdate())


def trail_to(service: PublicService) -> list[tuple[str, str]]:
    return [*trail(), (service.name, reverse("public_services:service", args=[service.pk]))]
