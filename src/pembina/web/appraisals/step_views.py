"""The steps of a signed document: delivered, received, reported, returned."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from pembina.domain.people.refusals import RefusedError
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.delivery import (
    deliver_appraisal,
    receive_appraisal,
    report_appraisal,
    return_appraisal,
)
from pembina.web.access import signed_in
from pembina.web.appraisals.forms import ReturnForm
from pembina.web.appraisals.visiting import actor_of, led_appraisal, own_appraisal, trail
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on

# What a step is called in the address: what does it, what is said afterwards, and whose step it is.
STEPS: dict[str, tuple[Callable[..., None], Any, Callable[[HttpRequest, int], Appraisal]]] = {
    "sampaikan": (deliver_appraisal, gettext_lazy("Dokumen disampaikan kepada pegawai."), led_appraisal),
    "laporkan": (report_appraisal, gettext_lazy("Dicatat sudah dilaporkan kepada PyB."), led_appraisal),
    "terima": (receive_appraisal, gettext_lazy("Dokumen Anda terima. Baca, lalu kembalikan."), own_appraisal),
}


@signed_in
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Deliver, receive or report."""
    if name not in STEPS:
        raise Http404
    operation, done, found_for = STEPS[name]
    one = found_for(request, pk)
    try:
        operation(appraisal=one, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("appraisals:show", pk)


@signed_in
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the document back as the person rated, signed or with a note why not."""
    one, form = own_appraisal(request, pk), ReturnForm(request.POST or None)
    here = (one.period.label, reverse("appraisals:show", args=[pk]))
    page = FormPage(
        title=_("Kembalikan dokumen"), submit=_("Kembalikan"), done=_("Dokumen dikembalikan."), trail=trail(here)
    )

    def act() -> str:
        said = form.cleaned_data
        return_appraisal(
            appraisal=one, by=actor_of(request), at=timezone.now(), signs=said["signs"] == "yes", note=said["note"]
        )
        return reverse("appraisals:show", args=[pk])

    return form_answer(request, form, page, act)
