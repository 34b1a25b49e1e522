"""Human resources open periods and put down how organisations did."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.searches import open_units, units_named
from pembina.domain.performance.models import EvaluationPeriod
from pembina.domain.performance.models.appraisals import OPEN, SIGNED
from pembina.domain.performance.operations.organisation_ratings import rate_organisations
from pembina.domain.performance.operations.periods import open_period
from pembina.web.access import requires
from pembina.web.appraisals.forms import OrganisationsForm, PeriodForm
from pembina.web.appraisals.present_board import period_rows
from pembina.web.appraisals.visiting import actor_of, period_trail, require_running, run_period, today, trail
from pembina.web.choosing.formpage import FormPage, form_answer

ON_A_PAGE, UNITS_ON_A_PAGE = 25, 20


@requires(Permission.MANAGE_STAFF)
@require_safe
def periods(request: HttpRequest) -> HttpResponse:
    """List the periods, the latest first."""
    require_running(request)
    found = EvaluationPeriod.objects.annotate(
        people=Count("appraisals"),
        waiting=Count("appraisals", filter=Q(appraisals__state__in=OPEN)),
        signed=Count("appraisals", filter=Q(appraisals__state__in=SIGNED)),
    ).order_by("-ends_on", "-starts_on", "-pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": period_rows(page, on=today()), "trail": trail()}
    return render(request, "appraisals/periods.html", context)


@requires(Permission.MANAGE_STAFF)
def period_new(request: HttpRequest) -> HttpResponse:
    """Open a period."""
    require_running(request)
    form = PeriodForm(request.POST or None, initial={"year": today().year})
    page = FormPage(
        title=_("Buka periode"), submit=_("Buka periode"), done=_("Periode dibuka. Isi capaian organisasi dahulu."),
        trail=period_trail(),
    )  # fmt: skip

    def act() -> str:
        made = open_period(told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("appraisals:period", args=[made.pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def organisations(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down the ratings of the units of one page together."""
    period, wanted = run_period(request, pk), request.GET.get("q", "")[:100]
    units = open_units(today()).filter(units_named(wanted) if wanted else Q()).order_by("code")
    page = Paginator(units, UNITS_ON_A_PAGE).get_page(request.GET.get("page"))
    known = {row.unit_id: row for row in period.organisation_ratings.filter(unit__in=[unit.pk for unit in page])}
    form = OrganisationsForm(request.POST or None, units=page, known=known)
    about = FormPage(
        title=_("Capaian kinerja organisasi"), submit=_("Simpan capaian"), done=_("Capaian organisasi disimpan."),
        trail=period_trail(period), lead=period.label,
    )  # fmt: skip

    def act() -> str:
        rate_organisations(period=period, told=form.told(), by=actor_of(request), at=timezone.now())
        return request.get_full_path()

    extra = {"table": page, "wanted": wanted, "query": f"q={wanted}&" if wanted else "", "is_closed": period.closed_at}
    return form_answer(request, form, about, act, template="appraisals/organisations.html", extra=extra)
