"""Who signs the decision, and in which capacity."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.permissions import Permission
from pembina.domain.impact.enums import Capacity, DesignState
from pembina.domain.impact.models import DesignSigner
from pembina.domain.impact.operations.design_parts import put_signer, remove_signer
from pembina.domain.impact.permissions import evaluations_designed_by
from pembina.domain.impact.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.evaluations.forms import SignerForm
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.wizard import draft_in, frame, trail


@requires(Permission.EVALUATE_EFFECT)
def signers(request: HttpRequest, pk: int) -> HttpResponse:
    """List who signs, and name somebody more."""
    design, form = draft_in(request, pk), SignerForm(request.POST or None)
    around = frame(design, "signers") | {"signers": design.signers.select_related("user")}
    page = FormPage(
        title=around["title"], submit=_("Tunjuk"), done=_("Penanda tangan ditunjuk."), trail=trail(design.evaluation),
        lead=design.evaluation.title,
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        put_signer(
            design=design, user=said["user"], capacity=Capacity(said["capacity"]), by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
        return reverse("evaluations:signers", args=[pk])

    return form_answer(request, form, page, act, template="evaluations/signers.html", extra=around)


@requires(Permission.EVALUATE_EFFECT)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off."""
    mine = evaluations_designed_by(actor_of(request), on=timezone.localdate())
    found = DesignSigner.objects.filter(design__state=DesignState.DRAFT, design__evaluation__in=mine)
    signer = get_object_or_404(found.select_related("design__evaluation__programme", "user"), pk=pk)
    try:
        remove_signer(signer=signer, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Penanda tangan dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("evaluations:signers", signer.design.evaluation_id)
