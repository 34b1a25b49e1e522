"""One period as human resources watch over it: how far every unit is, and work for everybody at once."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.searches import units_named
from pembina.domain.performance.appraisal_enums import RunKind
from pembina.domain.performance.operations.closing import closing_of
from pembina.domain.performance.operations.making import renew_snapshots, renewals
from pembina.domain.performance.queries.appraisals import counts_of_states, progress_by_unit
from pembina.domain.performance.snapshots import posts_in_scope, snapshot_day
from pembina.exchange.appraisals.asking import ask_for_work
from pembina.web.access import requires
from pembina.web.appraisals.present_board import (
    period_facts,
    present_run,
    renewal_rows,
    state_counts,
    unit_rows,
    work_facts,
)
from pembina.web.appraisals.visiting import actor_of, period_trail, run_period, today
from pembina.web.components.refusals import refuse_on

ON_A_PAGE = 25


@requires(Permission.MANAGE_STAFF)
@require_safe
def period(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a period has come, in all and by unit."""
    found, wanted = run_period(request, pk), request.GET.get("q", "")[:100]
    units = progress_by_unit(found)
    if wanted:
        units = units.filter(units_named(wanted))
    by_waiting = request.GET.get("sort") == "waiting"
    page = Paginator(units.order_by(*(("-waiting", "name") if by_waiting else ("name", "pk"))), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    kept = f"q={wanted}&" if wanted else ""
    context = {
        "period": found, "facts": period_facts(found, on=today()), "counts": state_counts(counts_of_states(found)),
        "page": page, "rows": unit_rows(page), "wanted": wanted, "by_waiting": by_waiting,
        "query": f"{kept}sort=waiting&" if by_waiting else kept,
        "run": present_run(found.runs.first(), at=timezone.now()), "trail": period_trail(),
    }  # fmt: skip
    return render(request, "appraisals/period.html", context)


@requires(Permission.MANAGE_STAFF)
@require_safe
def latest(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the latest work is, for the page that asks again and again; whole again once it has ended."""
    found = run_period(request, pk)
    run = present_run(found.runs.first(), at=timezone.now())
    if run is None or not run.is_going:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "appraisals/run.html", {"period": found, "run": run})


@requires(Permission.MANAGE_STAFF)
def work(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Show what work on everybody of a period would do; by POST ask a worker to do it."""
    found = run_period(request, pk)
    if kind not in RunKind.values:
        raise Http404
    if request.method == "POST":
        try:
            ask_for_work(period=found, kind=RunKind(kind), by=actor_of(request), at=timezone.now())
            messages.success(request, _("Pekerjaan dimulai. Kemajuannya tampil di halaman ini."))
        except RefusedError as refused:
            refuse_on(request, refused)
        return redirect("appraisals:period", pk)
    people = posts_in_scope(snapshot_day(found, on=today())).count()
    facts = work_facts(RunKind(kind), closing_of(found), people=people, there=found.appraisals.count())
    context = {"period": found, "work": facts, "trail": period_trail(found)}
    return render(request, "appraisals/work.html", context)


@requires(Permission.MANAGE_STAFF)
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Show whose snapshot is no longer what the register says; by POST renew those not rated yet."""
    found = run_period(request, pk)
    if request.method == "POST":
        count = renew_snapshots(period=found, by=actor_of(request), at=timezone.now())
        messages.success(request, _("%(count)s keadaan yang dibekukan diperbarui.") % {"count": count})
        return redirect("appraisals:period", pk)
    changed = renewals(found, on=today())
    page = Paginator(changed, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "period": found, "page": page, "rows": renewal_rows(page), "trail": period_trail(found),
        "possible": sum(not each.rater_stays for each in changed),
    }  # fmt: skip
    return render(request, "appraisals/renew.html", context)
