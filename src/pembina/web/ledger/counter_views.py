"""The counter: a number and Enter receives a request, one press does each further step, the last one can be undone."""

from datetime import datetime
from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.ledger_refusals import RequestNumberTakenError
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.request_corrections import undo_last_step
from pembina.domain.services.operations.requests import (
    complete_request,
    pause_request,
    receive_request,
    resume_request,
    withdraw_request,
)
from pembina.domain.services.queries.requests import (
    in_full,
    requests_kept_by,
    services_at_the_counter,
    waiting_at_the_counter,
)
from pembina.domain.services.request_records import with_life
from pembina.web.access import requires
from pembina.web.components.formatting import in_language
from pembina.web.components.refusals import refuse_on
from pembina.web.ledger.counter_forms import CounterForm
from pembina.web.ledger.counter_present import last_step, rows

WAITING_ON_A_PAGE = 40
ENDINGS = {"resume": resume_request, "complete": complete_request, "withdraw": withdraw_request}
PAUSES = {f"pause:{reason}": reason for reason in PauseReason}


@requires(Permission.RECORD_SERVICE)
def counter(request: HttpRequest) -> HttpResponse:
    """Receive a request, or show what waits."""
    actor, on, now = cast(User, request.user), timezone.localdate(), timezone.now()
    services = services_at_the_counter(actor, on=on)
    form = CounterForm(request.POST or None, services=services, chosen=request.GET.get("layanan", ""))
    if form.is_bound and form.is_valid():
        received = _received(form, actor, now)
        if received is not None:
            return _back_to_counter(received, str(received.service_id))
    waiting = in_full(waiting_at_the_counter(actor, on=on))
    page = Paginator(waiting, WAITING_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "has_services": services.exists(),
        "page": page,
        "rows": rows(with_life(page, at=now)),
        "taken": rows(with_life(in_full(_taken(form, actor)), at=now)),
        "last": last_step(_just_changed(request, actor), at=now),
        "chosen": str(form["service"].value() or ""),
    }
    return render(request, "ledger/counter.html", context, status=422 if form.is_bound else 200)


@requires(Permission.RECORD_SERVICE)
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one step on a request, now."""
    actor, now = cast(User, request.user), timezone.now()
    found = get_object_or_404(requests_kept_by(actor, on=timezone.localdate()), pk=pk)
    told = request.POST.get("step", "")
    try:
        if told in PAUSES:
            pause_request(request=found, reason=PAUSES[told], began=now, by=actor, at=now)
        elif told in ENDINGS:
            ENDINGS[told](request=found, ended=now, by=actor, at=now)
        else:
            messages.error(request, _("Langkah itu tidak dikenal. Tekan salah satu tombol."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return _back(request, found)


@requires(Permission.RECORD_SERVICE)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the last step back."""
    actor = cast(User, request.user)
    found = get_object_or_404(requests_kept_by(actor, on=timezone.localdate()), pk=pk)
    try:
        undone = undo_last_step(request=found, by=actor, at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
        return _back(request, found)
    if undone == "receive_request":
        messages.success(request, _("Penerimaan permohonan %(number)s diurungkan.") % {"number": found.number})
        return redirect(f"{reverse('ledger:counter')}?{urlencode({'layanan': _chosen(request)})}")
    return _back(request, found)


def _received(form: CounterForm, actor: User, now: datetime) -> ServiceRequest | None:
    """Return the request received, or None with the reason on the form."""
    said = form.cleaned_data
    try:
        return receive_request(
            service=said["service"],
            number=said["number"],
            channel=Channel(said["channel"]),
            received=form.received_at(now),
            by=actor,
            at=now,
        )
    except RefusedError as refused:
        about = next((name for name in getattr(refused, "about", ()) if name in form.fields), "number")
        if isinstance(refused, RequestNumberTakenError):
            form.add_error("number", ValidationError(in_language(refused.message), code="taken"))
        else:
            refuse_on(form, refused, field=about)
        return None


def _taken(form: CounterForm, actor: User) -> QuerySet[ServiceRequest]:
    """Return the request that has the number already, so that the visitor can go on with it at once."""
    kept = requests_kept_by(actor, on=timezone.localdate())
    if not form.has_error("number", "taken"):
        return kept.none()
    return kept.filter(service=form.cleaned_data["service"], number=str(form["number"].value()).strip())


def _just_changed(request: HttpRequest, actor: User) -> ServiceRequest | None:
    """Return the request that the visitor comes from, where it is one of theirs."""
    told = request.GET.get("sesudah", "")
    if not (told.isascii() and told.isdigit() and len(told) < 19):
        return None
    return requests_kept_by(actor, on=timezone.localdate()).select_related("service").filter(pk=int(told)).first()


def _back(request: HttpRequest, found: ServiceRequest) -> HttpResponseRedirect:
    if request.POST.get("from") == "request":
        return redirect("ledger:request", found.pk)
    return _back_to_counter(found, _chosen(request))


def _chosen(request: HttpRequest) -> str:
    """Return the service that stands in the form for the next request: as chosen now, else as the page was loaded."""
    told = request.POST.get("service") or request.POST.get("layanan", "")
    return told if told.isascii() and told.isdigit() else ""


def _back_to_counter(found: ServiceRequest, chosen: str) -> HttpResponseRedirect:
    query = urlencode({"layanan": chosen, "sesudah": found.pk})
    return redirect(f"{reverse('ledger:counter')}?{query}")
