"""Templates of plans: made by hand or from an agreed plan, given to many people after a preview, and taken back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.models import Person
from pembina.domain.people.stewardship import units_staffed_by
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.giving import give_now_or_later
from pembina.domain.performance.models import GoalTemplate, PerformancePlan
from pembina.domain.performance.operations.templates import (
    edit_goal_template,
    give_goal_template,
    make_goal_template,
    retire_goal_template,
    undo_template_use,
)
from pembina.domain.performance.plan_duty import years_planned
from pembina.domain.performance.queries.plans import plans_read_by
from pembina.domain.performance.queries.templates import given_to, templates_kept_by, uses_kept_by
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.template_forms import GivingForm, TemplateForm
from pembina.web.goals.visiting import Trail, actor_of, today, trail

ON_A_PAGE = 25
LONGEST_NUMBER = 18


@requires(Permission.MANAGE_STAFF)
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """List the templates in use, and to how many people each was given."""
    listed = GoalTemplate.objects.filter(retired_at__isnull=True)
    page = Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page"))
    drafts = Count("plans", filter=Q(plans__state=PlanState.DRAFT))
    actor = actor_of(request)
    uses = uses_kept_by(actor, on=today()).select_related("template", "made_by").annotate(drafts=drafts)
    uses = uses.order_by("-made_at", "-pk")
    kept = set(templates_kept_by(actor, on=today()).values_list("pk", flat=True))
    given = Paginator(uses, ON_A_PAGE).get_page(request.GET.get("given"))
    return render(request, "goals/templates.html", {"page": page, "given": given, "kept": kept, "trail": above()[:2]})


@requires(Permission.MANAGE_STAFF)
def template_new(request: HttpRequest) -> HttpResponse:
    """Make a template by hand, or from the agreed plan that the address names."""
    form = TemplateForm(sent(request), plan=agreed_plan(request))
    lead = _("Layanan yang dibaca berbeda menurut unit: dalam templat realisasinya dilaporkan, dan dapat diganti.")
    sheet = Sheet(_("Templat baru"), _("Simpan templat"), _("Templat disimpan."), above(), lead)

    def act() -> str:
        make_goal_template(**form.told(), by=actor_of(request), at=timezone.now())
        return reverse("goals:templates")

    return sheet_answer(request, form, sheet, act)


@requires(Permission.MANAGE_STAFF)
def template_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a template anew."""
    template = get_object_or_404(templates_kept_by(actor_of(request), on=today()), pk=pk)
    form = TemplateForm(sent(request), template=template)
    lead = _("SKP yang sudah dibuat dari templat ini tidak ikut berubah.")
    sheet = Sheet(_("Ubah templat"), _("Simpan templat"), _("Templat disimpan."), above(), lead)

    def act() -> str:
        edit_goal_template(template=template, **form.told(), by=actor_of(request), at=timezone.now())
        return reverse("goals:templates")

    return sheet_answer(request, form, sheet, act)


@requires(Permission.MANAGE_STAFF)
@require_POST
def template_retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a template no more."""
    template = get_object_or_404(templates_kept_by(actor_of(request), on=today()), pk=pk)
    retire_goal_template(template=template, by=actor_of(request), at=timezone.now())
    messages.success(request, _("Templat tidak ditawarkan lagi."))
    return redirect("goals:templates")


@requires(Permission.MANAGE_STAFF)
def template_give(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who would get a draft and who has a plan already; then do it."""
    template = get_object_or_404(GoalTemplate, pk=pk, retired_at__isnull=True)
    actor, at = actor_of(request), timezone.now()
    units = units_staffed_by(actor, on=today()).order_by("code")
    form = GivingForm(request.GET, template=template, years=years_planned(on=today()), units=units)
    if not form.is_valid():
        # An address that makes no sense; what the template itself says does.
        return redirect("goals:template_give", pk)
    people = form.narrowing().narrow(Person.objects.all(), actor=actor, on=today())
    year = form.cleaned_data["year"]
    if request.method == "POST":
        try:
            use = give_goal_template(template=template, people=people, year=year, by=actor, at=at)
            if give_now_or_later(use, at=at):
                said = ngettext("%(count)s rancangan dibuat.", "%(count)s rancangan dibuat.", use.made)
                messages.success(request, said % {"count": use.made})
            else:
                messages.info(request, _("Rancangan sedang dibuat. Muat ulang halaman ini untuk melihat kemajuannya."))
            return redirect("goals:templates")
        except RefusedError as refused:
            refuse_on(request, refused)
            return redirect(request.get_full_path())
    getting, having = given_to(people, actor=actor, year=year, on=today())
    context = {
        "form": form, "template": template, "trail": above(), "query": request.GET.urlencode(),
        "getting": Paginator(getting, ON_A_PAGE).get_page(request.GET.get("page")),
        "having": Paginator(having, ON_A_PAGE).get_page(request.GET.get("having")),
    }  # fmt: skip
    return render(request, "goals/give.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def template_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the drafts that nobody has proposed yet."""
    use = get_object_or_404(uses_kept_by(actor_of(request), on=today()), pk=pk)
    try:
        count = undo_template_use(use=use, by=actor_of(request), at=timezone.now())
        said = ngettext("%(count)s rancangan ditarik.", "%(count)s rancangan ditarik.", count)
        messages.success(request, said % {"count": count})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("goals:templates")


def agreed_plan(request: HttpRequest) -> PerformancePlan | None:
    """Return the agreed plan that an address names, where the visitor may read it."""
    written = request.GET.get("skp", "")
    if not (written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER):
        return None
    readable = plans_read_by(actor_of(request), on=today()).filter(state=PlanState.AGREED)
    return readable.select_related("assignment").filter(pk=written).first()


def above() -> Trail:
    board = (_("Papan SKP"), reverse("goals:board"))
    return [*trail(), board, (_("Templat SKP"), reverse("goals:templates"))]
