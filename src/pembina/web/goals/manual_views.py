"""The manual of indicators of a top official (format A.1.3): written beside an indicator, and printed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.operations.manuals import write_manual
from pembina.exchange.papers.indicator_manuals import manuals_form
from pembina.exchange.papers.official_form import official_form
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.goals.content_views import place
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.manual_forms import ManualForm
from pembina.web.goals.roles_views import pdf
from pembina.web.goals.visiting import actor_of, own_indicator, own_plan, read_plan, today, trail


@signed_in
def manual(request: HttpRequest, pk: int, indicator: int) -> HttpResponse:
    """Write what an indicator means; elsewhere than on the forms of top officials there is no such page."""
    found, plan = own_indicator(request, pk, indicator), own_plan(request, pk)
    if not PlanForm(plan.form).is_top:
        raise Http404
    form = ManualForm(sent(request), indicator=found)
    note = _("Satuan dan sumber data diisi pada indikatornya. Kosongkan semua bila manual tidak diperlukan.")
    sheet = Sheet(_("Manual indikator"), _("Simpan manual"), _("Manual disimpan."), trail(plan), found.words, note)

    def act() -> str:
        write_manual(indicator=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return place(plan, found.goal_id)

    return sheet_answer(request, form, sheet, act)


@signed_in
@require_safe
@never_cache
def manuals_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the manuals of a plan to print."""
    plan, on = read_plan(request, pk), today()
    if not PlanForm(plan.form).is_top:
        raise Http404
    if plan.person.nip != actor_of(request).username:
        note_looking(request, "look_at_expectations", on=plan)
    form = manuals_form(plan, government=settings.PEMBINA_GOVERNMENT_NAME, written_on=on)
    return pdf(official_form(form), "manual indikator", plan)
