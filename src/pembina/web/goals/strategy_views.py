"""The workblock of a result of a leader (format A.1.4): written beside the result, and printed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.operations.strategies import write_strategy_block
from pembina.domain.performance.queries.roles import has_workblocks
from pembina.exchange.papers.official_form import official_form
from pembina.exchange.papers.strategy_blocks import workblocks_form
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.goals.content_views import place
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.roles_views import pdf
from pembina.web.goals.strategy_forms import StrategyForm
from pembina.web.goals.visiting import actor_of, own_goal, own_plan, read_plan, today, trail


@signed_in
def workblock(request: HttpRequest, pk: int, goal: int) -> HttpResponse:
    """Write how a result is to be reached; on plans of those who lead nobody there is no such page."""
    found, plan = own_goal(request, pk, goal), own_plan(request, pk)
    if not has_workblocks(plan, on=today()):
        raise Http404
    form = StrategyForm(sent(request), goal=found)
    note = _("Indikator, target, dan pemilik strategi diambil dari SKP. Kosongkan semua bila tidak diperlukan.")
    sheet = Sheet(
        _("Workblock (A.1.4)"), _("Simpan workblock"), _("Workblock disimpan."), trail(plan), found.words, note
    )

    def act() -> str:
        write_strategy_block(goal=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return place(plan, goal)

    return sheet_answer(request, form, sheet, act)


@signed_in
@require_safe
@never_cache
def workblocks_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the workblocks of a plan to print."""
    plan, on = read_plan(request, pk), today()
    if not has_workblocks(plan, on=on):
        raise Http404
    if plan.person.nip != actor_of(request).username:
        note_looking(request, "look_at_expectations", on=plan)
    form = workblocks_form(plan, government=settings.PEMBINA_GOVERNMENT_NAME, written_on=on)
    return pdf(official_form(form), "workblock", plan)
