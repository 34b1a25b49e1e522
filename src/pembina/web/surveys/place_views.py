"""Counters: listed, set up, changed; their poster and their one-time codes."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.models import SurveyPlace
from pembina.domain.services.operations.survey_setup import edit_place, make_codes, open_place, withdraw_codes
from pembina.domain.services.survey_queries import survey_places
from pembina.domain.services.survey_refusals import CodesExpiredError
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.surveys.formpage import FormPage, form_answer
from pembina.web.surveys.period_views import own_unit, tabs, trail, unit_first
from pembina.web.surveys.place_present import present_place
from pembina.web.surveys.posters import PAPERS, code_sheet, poster
from pembina.web.surveys.present import place_rows
from pembina.web.surveys.setup_forms import CodesForm, PlaceForm

PLACES_ON_A_PAGE = 50


@requires(Permission.RUN_SURVEYS)
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """List the counters."""
    found = survey_places(cast(User, request.user), on=timezone.localdate())
    wanted = request.GET.get("q", "")[:100]
    if wanted:
        found = found.filter(name__icontains=wanted) | found.filter(unit__name__icontains=wanted)
    page = Paginator(found, PLACES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": place_rows(page), "q": wanted, "tabs": tabs("places")}
    return render(request, "surveys/places.html", context)


@requires(Permission.RUN_SURVEYS)
def choose_unit(request: HttpRequest) -> HttpResponse:
    """Ask first in which unit."""
    return unit_first(request, "surveys:open_place", title=_("Buat loket SKM"), above=above())


@requires(Permission.RUN_SURVEYS)
def open_new(request: HttpRequest, unit: int) -> HttpResponse:
    """Set up a counter of a unit."""
    actor, chosen = cast(User, request.user), own_unit(request, unit)
    form = PlaceForm(request.POST or None, unit=chosen, is_new=True)
    page = FormPage(_("Buat loket SKM"), _("Buat loket"), _("Loket dibuat. Cetak posternya."), above(), chosen.name)

    def act() -> str:
        made = open_place(unit=chosen, **form.cleaned_data, by=actor, at=timezone.now())
        return reverse("surveys:place", args=[made.pk])

    return form_answer(request, form, page, act)


@requires(Permission.RUN_SURVEYS)
@require_safe
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the QR code of a counter, its papers and its codes."""
    found = own_place(request, pk)
    form = CodesForm(initial={"expires_on": timezone.localdate()})
    context = {
        "place": present_place(found, address_of(request, found), on=timezone.localdate()),
        "form": form,
        "pk": pk,
        "trail": above(),
    }
    return render(request, "surveys/place.html", context)


@requires(Permission.RUN_SURVEYS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a counter; its QR code stays as it is printed."""
    actor, found = cast(User, request.user), own_place(request, pk)
    names = ("name", "service", "needs_code", "is_active")
    form = PlaceForm(
        request.POST or None, unit=found.unit, is_new=False, initial={name: getattr(found, name) for name in names}
    )
    here = [*above(), (found.name, reverse("surveys:place", args=[pk]))]
    page = FormPage(_("Ubah loket SKM"), _("Simpan perubahan"), _("Loket disimpan."), here, found.unit.name)

    def act() -> str:
        edit_place(place=found, **form.cleaned_data, by=actor, at=timezone.now())
        return reverse("surveys:place", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.RUN_SURVEYS)
@require_safe
def poster_pdf(request: HttpRequest, pk: int, paper: str) -> HttpResponse:
    """Give the poster of a counter to print."""
    if paper not in PAPERS:
        raise Http404
    found = own_place(request, pk)
    content = poster(found, address_of(request, found), paper=paper, on=timezone.localdate())
    return pdf(content, f"poster-skm-{slugify(found.name)}-{paper}")


@requires(Permission.RUN_SURVEYS)
@require_POST
def codes(request: HttpRequest, pk: int) -> HttpResponse:
    """Make codes and give them as a sheet; they cannot be shown a second time."""
    actor, found = cast(User, request.user), own_place(request, pk)
    form, made = CodesForm(request.POST), None
    if form.is_valid():
        try:
            made = make_codes(place=found, **form.cleaned_data, by=actor, at=timezone.now())
        except CodesExpiredError as refused:
            refuse_on(form, refused, field="expires_on")
    if made is None:
        shown = present_place(found, address_of(request, found), on=timezone.localdate())
        context = {"place": shown, "form": form, "pk": pk, "trail": above()}
        return render(request, "surveys/place.html", context, status=422)
    expires_on = form.cleaned_data["expires_on"]
    sheet = code_sheet(found, address_of(request, found), made, expires_on=expires_on, on=timezone.localdate())
    return pdf(sheet, f"kode-skm-{slugify(found.name)}")


@requires(Permission.RUN_SURVEYS)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Make all unused codes of a counter worthless."""
    number = withdraw_codes(place=own_place(request, pk), by=cast(User, request.user), at=timezone.now())
    messages.success(request, ngettext("%(n)d kode dicabut.", "%(n)d kode dicabut.", number) % {"n": number})
    return redirect("surveys:place", pk)


def pdf(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def address_of(request: HttpRequest, found: SurveyPlace) -> str:
    """Return the whole address behind the QR code."""
    return request.build_absolute_uri(reverse("survey:page", args=[found.token]))


def own_place(request: HttpRequest, pk: int) -> SurveyPlace:
    """Return a counter that the visitor keeps."""
    return get_object_or_404(survey_places(cast(User, request.user), on=timezone.localdate()), pk=pk)


def above() -> list[tuple[str, str]]:
    return [*trail(), (_("Loket dan poster"), reverse("surveys:places"))]
