"""The catalogue from a file: checked row by row first, then all of it at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.catalogue_intake import apply_catalogue, plan_catalogue
from pembina.exchange.service_catalogue.writing import catalogue_template
from pembina.web.access import requires
from pembina.web.components.formatting import number
from pembina.web.components.refusals import refuse_on
from pembina.web.public_services.catalogue_views import file_answer, trail
from pembina.web.public_services.import_forms import UploadForm, carried_rows
from pembina.web.public_services.present_import import present_plan
from pembina.web.public_services.scope import actor_of
from pembina.web.uploads import BrokenSealError


@requires(Permission.KEEP_SERVICES)
def upload(request: HttpRequest) -> HttpResponse:
    """Take the file and show what it would change."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        found = form.read()
        carried = form.carried(found) if found else ""
        if found and carried:
            plan = plan_catalogue(found.rows, actor=actor_of(request), on=timezone.localdate())
            context = {"plan": present_plan(plan, unknown=found.unknown), "carried": carried, "trail": trail()}
            return render(request, "public_services/import_preview.html", context)
    status = 422 if form.is_bound else 200
    return render(request, "public_services/import.html", {"form": form, "trail": trail()}, status=status)


@requires(Permission.KEEP_SERVICES)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Do what the file says, as the record stands now; rows with mistakes are left out."""
    actor, on = actor_of(request), timezone.localdate()
    try:
        plan = plan_catalogue(carried_rows(request.POST.get("carried", "")), actor=actor, on=on)
        done = apply_catalogue(plan, on=on, by=actor, at=timezone.now())
    except BrokenSealError:
        messages.error(request, _("Berkas itu tidak lagi tersimpan di halaman ini. Pilih berkasnya lagi."))
        return redirect("public_services:import")
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("public_services:import")
    said = ngettext("%(count)s layanan diubah dari berkas.", "%(count)s layanan diubah dari berkas.", done)
    messages.success(request, said % {"count": number(done)})
    return redirect("public_services:index")


@requires(Permission.KEEP_SERVICES)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Give an empty file with the columns."""
    return file_answer(catalogue_template(), "templat-katalog-layanan.xlsx")
