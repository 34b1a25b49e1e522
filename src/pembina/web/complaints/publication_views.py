"""An officer makes the answer to a complaint public in other words, after a look, and withdraws it."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.complaint_refusals import RefusedError
from pembina.domain.services.operations.complaint_publications import (
    publish_answer,
    require_publishable,
    withdraw_answer,
)
from pembina.web.access import requires
from pembina.web.complaints.case_views import answer, complaint_in_reach, trail
from pembina.web.complaints.handling_forms import PublishForm, WithdrawForm
from pembina.web.complaints.present_publication import first_wording
from pembina.web.components.refusals import refuse_on


@requires(Permission.ANSWER_COMPLAINTS)
@never_cache
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the wording, show it as everybody will read it, and publish it once confirmed."""
    complaint, actor = complaint_in_reach(request, pk), cast(User, request.user)
    form = PublishForm(request.POST or None, initial=first_wording(complaint))
    context: dict[str, Any] = {"form": form, "complaint": complaint, "trail": trail(complaint)}
    if form.is_bound and form.is_valid() and "change" not in request.POST:
        try:
            if "confirm" in request.POST:
                publish_answer(complaint=complaint, wording=form.wording(), by=actor, at=timezone.now())
                messages.success(request, _("Jawaban diterbitkan."))
                return redirect("complaints:case", pk)
            require_publishable(complaint, form.wording(), by=actor)
            return render(request, "complaints/publish_look.html", context)
        except RefusedError as refused:
            refuse_on(form, refused)
    return render(request, "complaints/publish.html", context, status=422 if form.errors else 200)


@requires(Permission.ANSWER_COMPLAINTS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the public answer back, with the reason."""
    complaint, form = complaint_in_reach(request, pk), WithdrawForm(request.POST or None)

    def act(**who: Any) -> None:
        withdraw_answer(complaint=complaint, reason=form.cleaned_data["text"], **who)

    words = {"title": _("Tarik jawaban terbuka"), "submit": _("Tarik"), "done": _("Jawaban ditarik.")}
    return answer(request, complaint, form, act, **words)
