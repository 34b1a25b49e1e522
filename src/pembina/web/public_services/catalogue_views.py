"""The list of services, one service, and what is done to it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.calendars import calendar_of
from pembina.domain.services.operations.services import (
    close_service,
    edit_service,
    move_service,
    open_service,
    reopen_service,
)
from pembina.domain.services.queries.catalogue import services_reached_by, with_standards
from pembina.domain.services.standards import standard_of
from pembina.exchange.service_catalogue.writing import catalogue_workbook
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.public_services.filters import ServiceFilters
from pembina.web.public_services.present import present_standard, service_facts, service_rows, version_rows
from pembina.web.public_services.scope import actor_of, kept_service, seen_service
from pembina.web.public_services.service_forms import (
    CloseServiceForm,
    EditServiceForm,
    MoveServiceForm,
    OpenServiceForm,
)

SERVICES_ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.RECORD_SERVICE)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the services of the units in the visitor's reach."""
    actor, on = actor_of(request), timezone.localdate()
    filters = ServiceFilters(request.GET, actor=actor, on=on)
    reached = services_reached_by(actor, Permission.RECORD_SERVICE, on=on)
    page = Paginator(filters.narrow(with_standards(reached, on=on)), SERVICES_ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "rows": service_rows(page, on=on),
        "filters": filters,
        "columns": filters.columns(),
        "may_keep": actor.may(Permission.KEEP_SERVICES),
    }
    return render(request, "public_services/index.html", context)


@requires(Permission.RECORD_SERVICE)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters and the standards in force as a workbook, which an import takes back."""
    actor, on = actor_of(request), timezone.localdate()
    filters = ServiceFilters(request.GET, actor=actor, on=on)
    reached = services_reached_by(actor, Permission.RECORD_SERVICE, on=on)
    content = catalogue_workbook(filters.narrow(with_standards(reached, on=on)))
    return file_answer(content, f"layanan-{on.isoformat()}.xlsx")


@requires(Permission.RECORD_SERVICE)
@require_safe
def service(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one service: its standard in force, what that promises today, and the versions before and after."""
    found, on = seen_service(request, pk), timezone.localdate()
    standard = standard_of(found, on)
    calendar = calendar_of(found.unit)
    now = timezone.localtime(timezone=calendar.clock)
    kept = services_reached_by(actor_of(request), Permission.KEEP_SERVICES, on=on)
    context = {
        "service": found,
        "facts": service_facts(found),
        "standard": present_standard(standard, calendar, now=now) if standard else None,
        "standard_pk": standard.pk if standard else None,
        "versions": version_rows(found.standards.order_by("-starts_on"), on=on),
        "may_keep": kept.filter(pk=pk).exists(),
        "trail": trail(),
    }
    return render(request, "public_services/service.html", context)


@requires(Permission.KEEP_SERVICES)
def open_new(request: HttpRequest) -> HttpResponse:
    """Enter a service."""
    actor, on = actor_of(request), timezone.localdate()
    form = OpenServiceForm(request.POST or None, actor=actor, on=on, initial={"on": on})
    page = FormPage(
        title=_("Catat layanan"),
        lead=_("Standar pelayanannya diisi sesudah ini."),
        submit=_("Catat layanan"),
        done=_("Layanan dicatat. Sekarang isi standarnya."),
        trail=trail(),
    )

    def act() -> str:
        said = form.cleaned_data
        opened = open_service(
            unit=said["unit"], code=said["code"], name=said["name"], on=said["on"], by=actor, at=timezone.now()
        )
        return reverse("public_services:service", args=[opened.pk])

    return form_answer(request, form, page, act)


@requires(Permission.KEEP_SERVICES)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name, code or first day."""
    found = kept_service(request, pk)
    told = {"name": found.name, "code": found.code, "opened_on": found.opened_on}
    form = EditServiceForm(request.POST or None, initial=told)
    page = page_about(found, title=_("Ubah layanan"), submit=_("Simpan perubahan"), done=_("Layanan disimpan."))

    def act() -> str:
        edit_service(service=found, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("public_services:service", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.KEEP_SERVICES)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the service to another unit."""
    actor, on, found = actor_of(request), timezone.localdate(), kept_service(request, pk)
    form = MoveServiceForm(request.POST or None, actor=actor, on=on)
    page = page_about(found, title=_("Pindahkan layanan"), submit=_("Pindahkan"), done=_("Layanan dipindahkan."))

    def act() -> str:
        move_service(service=found, to=form.cleaned_data["unit"], on=on, by=actor, at=timezone.now())
        return reverse("public_services:service", args=[pk])

    def consequences() -> list[Shown]:
        told = {"service": found.name, "unit": form.cleaned_data["unit"].name}
        return [
            _("%(service)s menjadi layanan %(unit)s, beserta permohonan yang sudah tercatat.") % told,
            _("Waktu layanannya dihitung ulang dengan jam kerja %(unit)s.") % told,
        ]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.KEEP_SERVICES)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End the service."""
    found = kept_service(request, pk)
    form = CloseServiceForm(request.POST or None, initial={"on": timezone.localdate()})
    page = page_about(found, title=_("Tutup layanan"), submit=_("Tutup layanan"), done=_("Layanan ditutup."))

    def act() -> str:
        close_service(service=found, on=form.cleaned_data["on"], by=actor_of(request), at=timezone.now())
        return reverse("public_services:service", args=[pk])

    def consequences() -> list[Shown]:
        return [_("%(service)s tidak menerima permohonan lagi. Riwayatnya tetap tersimpan.") % {"service": found.name}]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.KEEP_SERVICES)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the end of the service."""
    found = kept_service(request, pk)
    try:
        reopen_service(service=found, by=actor_of(request), at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("public_services:service", pk)


def page_about(found, *, title: str, submit: str, done: str) -> FormPage:
    here = (found.name, reverse("public_services:service", args=[found.pk]))
    return FormPage(
        title=title, lead=f"{found.name} · {found.unit.name}", submit=submit, done=done, trail=[*trail(), here]
    )


def trail() -> list[tuple[str, str]]:
    return [(_("Layanan"), reverse("public_services:index"))]


def file_answer(content: bytes, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition})
