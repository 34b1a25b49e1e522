"""How long services take: compared with each other, and one month by month."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.recounts import ask_for_service_recount
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.recounts import recounting
from pembina.domain.services.service_figures import figures_of
from pembina.exchange.trail.writing import trail_csv, trail_workbook
from pembina.web.access import requires, signed_in
from pembina.web.ledger.figure_columns import figure_columns
from pembina.web.ledger.present_figures import Compared, compared, compared_head, compared_rows
from pembina.web.ledger.present_service import present_service
from pembina.web.ledger.progress import progress_of
from pembina.web.ledger.span import Span, kept_services, month_options, places, services_in, span_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Compare the services of a unit, or of all."""
    actor, on = cast(User, request.user), timezone.localdate()
    span = span_of(request.GET, actor=actor, on=on)
    context = {
        "span": span,
        "rows": _compared(span, actor),
        "columns": figure_columns(span),
        "places": places(span, actor=actor, on=on),
        "firsts": month_options(span, span.first, on=on),
        "lasts": month_options(span, span.last, on=on),
        "query": span.query(),
        "may_record": actor.may(Permission.RECORD_SERVICE),
    }
    return render(request, "ledger/figures.html", context)


@signed_in
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Give the comparison as a file; it names nobody."""
    actor, on = cast(User, request.user), timezone.localdate()
    rows = compared_rows(_compared(span_of(request.GET, actor=actor, on=on), actor))
    name = f"waktu-layanan-{on.isoformat()}"
    if request.GET.get("as") == "csv":
        headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return HttpResponse(b"".join(trail_csv(compared_head(), rows)), content_type="text/csv", headers=headers)
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    with trail_workbook(compared_head(), rows, sheet=_("Waktu layanan")) as book:
        return HttpResponse(book.read(), content_type=WORKBOOK, headers=headers)


@signed_in
@require_safe
def service(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one service month by month."""
    actor, on, now = cast(User, request.user), timezone.localdate(), timezone.now()
    found = get_object_or_404(PublicService.objects.select_related("unit"), pk=pk)
    span = span_of(request.GET, actor=actor, on=on)
    seen = kept_services(actor, on=on).filter(pk=pk).values_list("pk", flat=True)
    told = figures_of([pk], first=span.first, last=span.last, at=now, by_month=True, seen_whole=set(seen))[pk]
    context = {
        "service": present_service(found, told, span=span),
        "span": span,
        "firsts": month_options(span, span.first, on=on),
        "lasts": month_options(span, span.last, on=on),
        "pk": pk,
        "code": found.code,
        "sees_requests": bool(seen),
        "progress": progress_of(recounting([pk]).first(), at=now),
        "may_recount": services_reached_by(actor, Permission.KEEP_SERVICES, on=on).filter(pk=pk).exists(),
        "trail": [(_("Waktu layanan"), f"{reverse('ledger:figures')}?{span.query()}")],
    }
    return render(request, "ledger/service.html", context)


@requires(Permission.KEEP_SERVICES)
@require_POST
def recount(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the months of a service counted again."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(services_reached_by(actor, Permission.KEEP_SERVICES, on=on), pk=pk)
    ask_for_service_recount(service=found, by=actor, at=timezone.now())
    messages.success(request, _("Hitung ulang diminta; halaman ini menunjukkan sejauh mana."))
    return redirect("ledger:service", pk)


def _compared(span: Span, actor: User) -> list[Compared]:
    on, now = timezone.localdate(), timezone.now()
    services = list(services_in(span, actor=actor, on=on))
    seen = set(kept_services(actor, on=on).values_list("pk", flat=True))
    asked = {"first": span.first, "last": span.last, "at": now, "seen_whole": seen}
    return compared(services, figures_of([one.pk for one in services], **asked), span=span)  # type: ignore[arg-type]
