"""What a leader has to rate, and how the predicates given stand to the pattern."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.people.models import Person
from pembina.domain.performance.models import EvaluationPeriod, PatternReason
from pembina.domain.performance.operations.appraisals import explain_pattern
from pembina.domain.performance.queries.appraisals import listed, of_leader
from pembina.domain.performance.stages import Viewer
from pembina.web.access import signed_in
from pembina.web.appraisals.filters import AppraisalFilters, Sort
from pembina.web.appraisals.forms import ReasonForm
from pembina.web.appraisals.list_views import tabs
from pembina.web.appraisals.present_pattern import patterns_shown
from pembina.web.appraisals.present_rows import appraisal_rows
from pembina.web.appraisals.visiting import actor_of, today, trail
from pembina.web.choosing.formpage import FormPage, form_answer

ON_A_PAGE = 25


@signed_in
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """List whom the visitor rates, with state and clock, and the pattern of each open period."""
    actor, on = actor_of(request), today()
    led = of_leader(actor, on=on)
    if not led.exists():
        raise Http404
    filters = AppraisalFilters(request.GET, order=Sort.NEW)
    page = Paginator(listed(filters.narrow(led, on=on)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": appraisal_rows(page, Viewer.RATER, on=on), "filters": filters,
        "tabs": tabs(actor, "team"), "reset": reverse("appraisals:team") if filters.is_narrowed else "",
        "patterns": patterns_shown(actor, on=on),
    }  # fmt: skip
    return render(request, "appraisals/team.html", context)


@signed_in
def pattern_reason(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why the predicates of the visitor's people differ from the pattern."""
    actor, on = actor_of(request), today()
    led = of_leader(actor, on=on)
    period = get_object_or_404(EvaluationPeriod.objects.filter(appraisals__in=led.values("pk")).distinct(), pk=pk)
    rater = get_object_or_404(Person, nip=actor.username)
    known = PatternReason.objects.filter(period=period, rater=rater).first()
    form = ReasonForm(request.POST or None, initial={"words": known.words if known else ""})
    page = FormPage(
        title=_("Alasan berbeda dari pola"), submit=_("Simpan alasan"), done=_("Alasan disimpan."),
        trail=trail((_("Staf saya"), reverse("appraisals:team"))), lead=period.label,
        note=_("Pola adalah panduan, bukan kuota. Alasan ini dibaca atasan Anda dan pengelola kepegawaian."),
    )  # fmt: skip

    def act() -> str:
        words = form.cleaned_data["words"]
        explain_pattern(period=period, rater=rater, words=words, by=actor, at=timezone.now())
        return reverse("appraisals:team")

    return form_answer(request, form, page, act)
