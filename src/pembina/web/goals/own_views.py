"""The own performance: what is expected, where it stands, and the beginning of a plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.people.queries import person_of
from pembina.domain.performance.appraisal_permissions import own_appraisals
from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.domain.performance.operations.plans import copy_expectations, draft_expectations, last_agreed
from pembina.domain.performance.operations.realisations import note_realisation
from pembina.domain.performance.plan_duty import duty_of, form_for, post_of_day, years_planned
from pembina.domain.performance.queries.feedback import notes_about
from pembina.domain.performance.queries.plans import indicators_of, own_plans, reads_plans_by_office, with_content
from pembina.domain.performance.queries.progress import standings_of
from pembina.web.access import signed_in
from pembina.web.components.navigation import pages_within
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.forms import RealisationForm, StartForm
from pembina.web.goals.present_indicators import indicator_line
from pembina.web.goals.present_own import in_force, present_own
from pembina.web.goals.present_said import Said, present_said
from pembina.web.goals.visiting import actor_of, own_indicator, today, trail

# So many notes and appraisals tell what was said of late; the others stand on their own pages.
SAID = 3


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what is expected of the visitor, where it stands and what is next."""
    person, on, at = person_of(actor_of(request)), today(), timezone.now()
    may_board = reads_plans_by_office(actor_of(request))
    if person is None:
        return render(request, "goals/index.html", {"page": None, "may_board": may_board})
    held = post_of_day(person, on=on)
    plans = list(own_plans(actor_of(request)).select_related("person", "assignment", "rater"))
    agreed = in_force(plans, held=held, on=on)
    shown = list(with_content(own_plans(actor_of(request)).filter(pk=agreed.pk))) if agreed else []
    indicators = indicators_of(shown)
    standings = standings_of(indicators, at=at)
    page = present_own(plans, indicators, standings, held=held, duty=duty_of(person, on=on), on=on)
    said = said_to(actor_of(request))
    return render(
        request, "goals/index.html",
        {"page": page, "said": said, "may_board": may_board, "within": pages_within("goals:index", request)},
    )  # fmt: skip


def said_to(actor: User) -> Said:
    """Return the latest notes about the visitor and the latest appraisals that were handed over."""
    notes = notes_about(actor).select_related("author").order_by("-given_at", "-pk")[:SAID]
    delivered = own_appraisals(actor).filter(state__in=DELIVERED).select_related("period")
    return present_said(notes, delivered.order_by("-period__ends_on", "-period__starts_on")[:SAID])


@signed_in
def start(request: HttpRequest) -> HttpResponse:
    """Begin a plan, empty or with the content of the last one."""
    person, on, at = person_of(actor_of(request)), today(), timezone.now()
    if person is None:
        return redirect("goals:index")
    held, earlier = post_of_day(person, on=on), last_agreed(person)
    form = StartForm(
        sent(request), years=years_planned(on=on), fitting=form_for(held) if held else None, earlier=earlier
    )
    lead = _("Anda boleh menyusun sekarang; rancangan tidak menunggu SKP pimpinan.")
    sheet = Sheet(_("Susun SKP"), _("Mulai menyusun"), _("Rancangan dibuat. Isi hasil kerjanya."), trail(), lead)

    def act() -> str:
        said, begin = form.cleaned_data, copy_expectations
        if said["begin"] == "empty":
            begin = draft_expectations
        plan = begin(person=person, year=said["year"], form=PlanForm(said["form"]), by=actor_of(request), at=at)
        return reverse("goals:show", args=[plan.pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def realisation(request: HttpRequest, pk: int, indicator: int) -> HttpResponse:
    """Note what was achieved of one indicator, above what was noted before."""
    one, at = own_indicator(request, pk, indicator), timezone.now()
    form = RealisationForm(sent(request), indicator=one, until=min(today(), one.goal.plan.ends_on))
    line = indicator_line(one, standings_of([one], at=at)[one.pk], mine=True, editable=False)
    now = _("Sekarang: %(realised)s. %(basis)s") % {"realised": line.realised, "basis": line.basis}
    note = _("Catatan lama tidak dihapus; yang baru berdiri di sampingnya.")
    sheet = Sheet(
        _("Catat realisasi"), _("Simpan realisasi"), _("Realisasi disimpan."), trail(one.goal.plan),
        f"{line.words}: {line.target}", f"{now} {note}",
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        note_realisation(
            indicator=one, until=said["until"], amount=said.get("amount"), words=said["words"],
            by=actor_of(request), at=at,
        )  # fmt: skip
        return reverse("goals:show", args=[pk])

    return sheet_answer(request, form, sheet, act)
