"""The jury: named by human resources, barred where it has to do with somebody, each judging by themselves."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardState
from pembina.domain.career.judging import is_complete, standings
from pembina.domain.career.models import Award, JuryMember, JurySheet, Nomination
from pembina.domain.career.operations.jury import declare_relation, dismiss_juror, give_scores, name_juror
from pembina.domain.career.permissions import awards_run_by, juries_of, nominations_judged_by
from pembina.domain.career.queries.awards import in_full
from pembina.domain.career.standings import latest_checks
from pembina.domain.people.permissions import staff_reached_by
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.recognition.forms import JurorForm
from pembina.web.recognition.nomination_forms import JudgeForm, RelationForm
from pembina.web.recognition.present_nominations import day_of, figure_shown, nomination_rows
from pembina.web.recognition.visiting import actor_of, own_round, today, trail


@requires(Permission.MANAGE_STAFF)
def jury(request: HttpRequest, pk: int) -> HttpResponse:
    """List the jury, and name one more."""
    award = own_round(request, pk)
    form = JurorForm(request.POST or None, on=today())
    page = FormPage(
        title=_("Juri"), submit=_("Tunjuk"), done=_("Juri ditunjuk."), trail=trail(award),
        lead=_("Sedikitnya tiga orang, sebelum penilaian dimulai. Atasan, pengusul, dan rekan satu unit dari yang "
               "dinominasikan tidak menilai nominasi itu."),
    )  # fmt: skip

    def act() -> str:
        name_juror(award=award, person=form.cleaned_data["person"], by=actor_of(request), at=timezone.now())
        return reverse("recognition:jury", args=[pk])

    rows = [(one.pk, str(one.person)) for one in award.jury.select_related("person").order_by("pk")]
    return form_answer(request, form, page, act, template="recognition/jury.html", extra={"rows": rows})


@requires(Permission.MANAGE_STAFF)
@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody out of the jury."""
    actor = actor_of(request)
    found = JuryMember.objects.filter(award__in=awards_run_by(actor, on=today())).select_related("award", "person")
    juror = get_object_or_404(found, pk=pk)
    try:
        dismiss_juror(juror=juror, by=actor, at=timezone.now())
        messages.success(request, _("Juri dikeluarkan."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("recognition:jury", pk=juror.award_id)


@signed_in
@require_safe
def nominations(request: HttpRequest, pk: int) -> HttpResponse:
    """List the nominations of a round, for human resources and the jury of it."""
    actor, on = actor_of(request), today()
    runs = awards_run_by(actor, on=on).filter(pk=pk).exists()
    if not (runs or juries_of(actor).filter(award=pk).exists()):
        raise Http404
    award = Award.objects.get(pk=pk)
    conflicts = Conflicts(award, on=day_of(award, on))
    mine = conflicts.juror(actor.username)
    opened = runs or award.state == AwardState.DECIDED or is_complete(award, conflicts)
    stands = {each.nomination.pk: each for each in standings(award, conflicts)} if opened else {}
    given = set(JurySheet.objects.filter(juror=mine).values_list("nomination", flat=True)) if mine else set()
    people = {one.person_id for one in conflicts.nominations if one.person_id}
    reached = staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).filter(pk__in=people) if runs else None
    checked = latest_checks(set(reached.values_list("pk", flat=True))) if reached is not None else {}
    rows = nomination_rows(
        conflicts, stands, mine=mine, runs=runs, given=given, checked=checked,
        judging=award.state == AwardState.JUDGING,
    )  # fmt: skip
    context = {
        "rows": rows, "title": award.title, "runs": runs, "is_juror": mine is not None, "opened": bool(stands),
        "trail": trail(award),
    }  # fmt: skip
    return render(request, "recognition/nominations.html", context)


@signed_in
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge one nomination; who is barred is told why and judges the others."""
    actor = actor_of(request)
    nomination = get_object_or_404(in_full(nominations_judged_by(actor)), pk=pk)
    conflicts = Conflicts(nomination.award, on=today())
    mine = conflicts.juror(actor.username)
    if mine is None or conflicts.of(mine, nomination) is not None:
        raise Http404
    form = JudgeForm(
        request.POST if request.method == "POST" else None, nomination=nomination, initial=_given(mine, nomination)
    )
    page = FormPage(
        title=_("Nilai %(name)s") % {"name": nomination}, submit=_("Simpan penilaian"), done=_("Penilaian disimpan."),
        trail=trail(nomination.award), lead=_("Nilai juri lain baru terlihat sesudah semua menilai."),
    )  # fmt: skip

    def act() -> str:
        guard = form.cleaned_data.get("guard_reason", "")
        give_scores(nomination=nomination, scores=form.told(), guard_reason=guard, by=actor, at=timezone.now())
        return reverse("recognition:nominations", args=[nomination.award_id])

    extra = {
        "figure": figure_shown(nomination), "evidence": nomination.evidence, "link": nomination.link,
        "reasons": [(each.criterion.name, each.words) for each in nomination.reasons.select_related("criterion")],
    }  # fmt: skip
    return form_answer(request, form, page, act, template="recognition/judge.html", extra=extra)


@signed_in
def relation(request: HttpRequest, pk: int) -> HttpResponse:
    """Say as a juror that one has to do with somebody nominated."""
    actor = actor_of(request)
    nomination = get_object_or_404(in_full(nominations_judged_by(actor)), pk=pk)
    form = RelationForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Nyatakan hubungan dengan %(name)s") % {"name": nomination}, submit=_("Nyatakan"),
        done=_("Hubungan dicatat. Nominasi ini tidak Anda nilai."), trail=trail(nomination.award),
        note=_("Pernyataan ini tidak dapat dicabut dari sini; penilaian yang sudah Anda berikan tidak dihitung lagi."),
    )  # fmt: skip

    def act() -> str:
        declare_relation(nomination=nomination, words=form.cleaned_data["words"], by=actor, at=timezone.now())
        return reverse("recognition:nominations", args=[nomination.award_id])

    return form_answer(request, form, page, act)


def _given(mine: JuryMember, nomination: Nomination) -> dict[str, Any]:
    sheet = JurySheet.objects.filter(juror=mine, nomination=nomination).prefetch_related("scores").first()
    if sheet is None:
        return {}
    told: dict[str, Any] = {"guard_reason": sheet.guard_reason}
    for score in sheet.scores.all():
        found = str(score.points) if score.points is not None else ("yes" if score.is_met else "no")
        told |= {f"score_{score.criterion_id}": found, f"reason_{score.criterion_id}": score.reason}
    return told
