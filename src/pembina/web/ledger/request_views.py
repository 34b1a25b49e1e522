"""Requests of one's units: the list, one request, its correction, and the impossible ones."""

from datetime import datetime
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.core.rules.service_time import Flaw
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.lateness import late_among
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.request_corrections import correct_request
from pembina.domain.services.operations.request_exports import note_request_export
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.queries.requests import flawed_among, in_full, requests_kept_by
from pembina.domain.services.request_records import with_life
from pembina.exchange.trail.writing import trail_csv, trail_workbook
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.components.refusals import refuse_on
from pembina.web.ledger.columns import columns, plain_columns
from pembina.web.ledger.correction_form import CorrectionForm
from pembina.web.ledger.counter_present import last_step, rows
from pembina.web.ledger.filters import RequestFilters
from pembina.web.ledger.move_form import MoveForm
from pembina.web.ledger.present import export_head, export_rows, list_rows
from pembina.web.ledger.present_flaws import flaw_groups
from pembina.web.ledger.present_request import present_request
from pembina.web.ledger.wording import MICROSECOND

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@requires(Permission.RECORD_SERVICE)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the requests of the visitor's units."""
    actor, on, now = cast(User, request.user), timezone.localdate(), timezone.now()
    filters = RequestFilters(request.GET, actor=actor, on=on)
    try:
        found, problem = _narrowed(filters, actor, now), None
    except RefusedError as refused:
        found, problem = ServiceRequest.objects.none(), refused
    page = Paginator(in_full(found), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": list_rows(page, at=now),
        "filters": filters,
        "columns": columns(filters),
        "problem": problem,
    }
    return render(request, "ledger/index.html", context)


@requires(Permission.RECORD_SERVICE)
@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """Give the list with its filters as a file, and write down who took it."""
    actor, on, now = cast(User, request.user), timezone.localdate(), timezone.now()
    filters = RequestFilters(request.GET, actor=actor, on=on)
    try:
        found = _narrowed(filters, actor, now)
        note_request_export(requests=found, filters=filters.query, by=actor, at=now, address=client_address(request))
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect(f"{reverse('ledger:index')}?{filters.query}")
    told = export_rows(found, at=now, language=get_language() or "id")
    name = f"permohonan-{on.isoformat()}"
    if request.POST.get("as") == "csv":
        headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return StreamingHttpResponse(trail_csv(export_head(), told), content_type="text/csv", headers=headers)
    book = trail_workbook(export_head(), told, sheet=_("Permohonan"))
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=WORKBOOK)


@requires(Permission.RECORD_SERVICE)
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the life of one request."""
    actor, now = cast(User, request.user), timezone.now()
    kept = in_full(requests_kept_by(actor, on=timezone.localdate()))
    told = with_life([get_object_or_404(kept, pk=pk)], at=now)
    is_open = told[0].row.ended_at is None and told[0].life is not None
    context = {
        "request_page": present_request(told[0]),
        "row": rows(told)[0] if is_open else None,
        "last": last_step(told[0].row, at=now),
        "trail": [(_("Permohonan"), reverse("ledger:index"))],
        "pk": pk,
    }
    return render(request, "ledger/request.html", context)


@requires(Permission.RECORD_SERVICE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a request as it should have been, with the reason."""
    actor = cast(User, request.user)
    kept = requests_kept_by(actor, on=timezone.localdate()).select_related("service__unit")
    found = get_object_or_404(kept, pk=pk)
    form = CorrectionForm(request.POST or None, request=found)
    if form.is_bound and form.is_valid():
        try:
            why = form.cleaned_data["reason"]
            correct_request(request=found, entry=form.entry(), why=why, by=actor, at=timezone.now())
            return redirect("ledger:request", pk)
        except RefusedError as refused:
            about = next((name for name in getattr(refused, "about", ()) if name in form.fields), None)
            refuse_on(form, refused, field=about)
    return correction_page(request, found, form=form)


def correction_page(
    request: HttpRequest, found: ServiceRequest, *, form: CorrectionForm | None = None, move: MoveForm | None = None
) -> HttpResponse:
    """Show both ways to put a request right, the one that was tried with what is wrong."""
    here = reverse("ledger:request", args=[found.pk])
    context = {
        "form": form or CorrectionForm(None, request=found),
        "move": move or move_form(request, found),
        "tried": move if move is not None else form,
        "found": found,
        "trail": [(_("Permohonan"), reverse("ledger:index")), (found.number, here)],
    }
    tried = move is not None or (form is not None and form.is_bound)
    return render(request, "ledger/correct.html", context, status=422 if tried else 200)


def move_form(request: HttpRequest, found: ServiceRequest) -> MoveForm:
    """Return the form that moves a request to another service which the visitor keeps."""
    kept = services_reached_by(cast(User, request.user), Permission.RECORD_SERVICE, on=timezone.localdate())
    sent = request.POST if f"{MoveForm.prefix}-service" in request.POST else None
    return MoveForm(sent, request=found, services=kept)


@requires(Permission.RECORD_SERVICE)
@require_safe
def flawed(request: HttpRequest) -> HttpResponse:
    """List the impossible requests by what is wrong, with what to do about it."""
    kept = requests_kept_by(cast(User, request.user), on=timezone.localdate())
    counts = flawed_among(kept)
    told = request.GET.get("sebab", "")
    chosen = next((flaw for flaw in counts if flaw == told), next(iter(counts), None))
    some = kept.filter(flaw=chosen or "-").order_by("-recorded_at", "-pk")
    page = Paginator(in_full(some), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": flaw_groups(counts, chosen),
        "columns": plain_columns(),
        "chosen": Flaw(chosen) if chosen else None,
        "page": page,
        "rows": list_rows(page, at=timezone.now()),
        "trail": [(_("Permohonan"), reverse("ledger:index"))],
    }
    return render(request, "ledger/flawed.html", context)


def _narrowed(filters: RequestFilters, actor: User, now: datetime) -> QuerySet[ServiceRequest]:
    """Return the requests that the filters leave; raises ``TooManyToJudgeError``."""
    kept = filters.narrowing.narrow(requests_kept_by(actor, on=timezone.localdate(now)))
    if not filters.wants_late:
        return kept
    return kept.filter(pk__in=late_among(kept, at=(now - EPOCH) // MICROSECOND))
