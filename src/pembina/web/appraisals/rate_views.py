"""One appraisal: read, rated, signed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.people.refusals import RefusedError
from pembina.domain.performance.appraisal_content import plan_told
from pembina.domain.performance.appraisal_permissions import appraisals_to_rate
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.appraisals import rate_appraisal, sign_appraisal
from pembina.domain.performance.queries.effort_reach import efforts_open_to
from pembina.domain.performance.queries.rating_basis import rating_basis
from pembina.domain.performance.stages import Viewer
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.appraisals.forms import RateForm
from pembina.web.appraisals.present_appraisal import present_appraisal
from pembina.web.appraisals.present_basis import basis_shown
from pembina.web.appraisals.present_plan import plan_shown
from pembina.web.appraisals.visiting import actor_of, appraisal_to_rate, seen_appraisal, today, trail
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on

LOOKED_AT_BY = (Viewer.HUMAN_RESOURCES, Viewer.AUDITOR)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one appraisal, as much of it as the visitor may see at its stage."""
    one, viewer = seen_appraisal(request, pk)
    if viewer in LOOKED_AT_BY:
        note_looking(request, "look_at_appraisal", on=one)
    on = today()
    to_rate = viewer is Viewer.RATER and appraisals_to_rate(actor_of(request), on=on).filter(pk=pk).exists()
    effort = effort_address(request, one, viewer)
    context = {"one": present_appraisal(one, viewer, to_rate=to_rate, on=on, effort=effort), "trail": trail()}
    return render(request, "appraisals/show.html", context)


def effort_address(request: HttpRequest, one: Appraisal, viewer: Viewer) -> str:
    """Return where the visitor reads the separate record of process and effort; empty where it is out of reach."""
    if viewer is Viewer.PERSON:
        return reverse("effort:index")
    readable = efforts_open_to(actor_of(request), on=today()).filter(pk=one.person_id)
    return reverse("effort:person", args=[one.person_id]) if readable.exists() else ""


@signed_in
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Rate results and behaviour; what is sent is kept as a draft with the predicate that follows."""
    one = appraisal_to_rate(request, pk)
    form = RateForm(request.POST or None, appraisal=one, on=today())
    lead = f"{one.told('person')['name']}, {one.period.label}"
    page = FormPage(
        title=_("Nilai kinerja"), submit=_("Simpan konsep"), done=_("Konsep disimpan. Periksa lalu tandatangani."),
        trail=trail((_("Staf saya"), reverse("appraisals:team"))), lead=lead,
    )  # fmt: skip

    def act() -> str:
        version = form.cleaned_data["version"]
        rate_appraisal(appraisal=one, told=form.told(), version=version, by=actor_of(request), at=timezone.now())
        return reverse("appraisals:show", args=[pk])

    basis = rating_basis(one, actor=actor_of(request), at=timezone.now())
    extra = {"goals": plan_shown(plan_told(one)), "has_plan": one.plan_id is not None, "basis": basis_shown(basis)}
    return form_answer(request, form, page, act, template="appraisals/rate.html", extra=extra)


@signed_in
@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the draft that the visitor has read; a version in between is told, not signed."""
    one = appraisal_to_rate(request, pk)
    version = request.POST.get("version", "")
    try:
        sign_appraisal(
            appraisal=one, version=int(version) if version.isdecimal() else 0, by=actor_of(request), at=timezone.now()
        )
        messages.success(request, _("Ditandatangani dan disegel. Sampaikan dokumennya kepada pegawai."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("appraisals:show", pk)
