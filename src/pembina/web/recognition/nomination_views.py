"""Somebody is nominated; whom it is about reads it, declines or asks for a correction."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardKind, AwardState
from pembina.domain.career.judging import is_complete
from pembina.domain.career.models import JurySheet, Nomination
from pembina.domain.career.models.awards import RUNNING
from pembina.domain.career.operations.nominations import (
    ask_for_correction,
    correct_nomination,
    decline_nomination,
    withdraw_nomination,
)
from pembina.domain.career.operations.nominations import nominate as make_nomination
from pembina.domain.career.permissions import (
    awards_run_by,
    nominations_by,
    nominations_of,
    nominations_read_by,
)
from pembina.domain.career.queries.awards import in_full
from pembina.domain.career.queries.nominees import joined_by, people_in_scope, units_in_scope
from pembina.domain.people.models import Person, Unit
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.recognition.effort_seen import effort_seen
from pembina.web.recognition.nomination_forms import DeclineForm, NominationForm, NomineeForm, NothingForm, WordsForm
from pembina.web.recognition.present_nominations import present_nomination
from pembina.web.recognition.present_supports import support_rows
from pembina.web.recognition.visiting import actor_of, open_round, today, trail


@signed_in
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose whom to nominate."""
    award = open_round(request, pk)
    form = NomineeForm(request.POST or None, award=award, on=today())
    page = FormPage(
        title=_("Nominasikan"), submit=_("Lanjut"), done="", trail=trail(award),
        lead=_("Rekan, bawahan, atau diri sendiri. Yang dinominasikan diberi tahu dan boleh menolak."),
    )  # fmt: skip
    return form_answer(
        request, form, page, lambda: reverse("recognition:nominate", args=[pk, form.nominee.pk])
    )  # fmt: skip


@signed_in
def nominate(request: HttpRequest, pk: int, nominee: int) -> HttpResponse:
    """Say why, on what evidence, and which figure of a service."""
    award, on = open_round(request, pk), today()
    chosen: Person | Unit
    if award.kind == AwardKind.UNIT:
        chosen = get_object_or_404(units_in_scope(award, on=on), pk=nominee)
    else:
        chosen = get_object_or_404(people_in_scope(award, on=on), pk=nominee)
    if joined_by(actor_of(request), award, chosen) is not None:
        return redirect("recognition:support", pk=pk, nominee=nominee)
    form = NominationForm(request.POST if request.method == "POST" else None, award=award, nominee=chosen, on=on)
    page = FormPage(
        title=_("Nominasikan %(name)s") % {"name": chosen}, submit=_("Kirim nominasi"),
        done=_("Nominasi dikirim. Yang dinominasikan melihatnya di Penghargaan saya."), trail=trail(award),
        lead=award.purpose, note=_("Angka layanan dibaca saat dikirim dan dibekukan bersama tanggalnya."),
    )  # fmt: skip

    def act() -> str:
        person, unit = (chosen, None) if isinstance(chosen, Person) else (None, chosen)
        made = make_nomination(
            award=award, person=person, unit=unit, told=form.told(), by=actor_of(request), at=timezone.now()
        )
        return reverse("recognition:nomination", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one nomination with what was read of the service."""
    actor, on = actor_of(request), today()
    nomination = get_object_or_404(in_full(nominations_read_by(actor, on=on)), pk=pk)
    about = nominations_of(actor, on=on).filter(pk=pk).exists()
    runs = awards_run_by(actor, on=on).filter(pk=nomination.award_id).exists()
    made = nomination.nominator.nip == actor.username
    conflicts = Conflicts(nomination.award, on=on)
    mine = conflicts.juror(actor.username)
    is_free = mine is not None and conflicts.of(mine, nomination) is None
    if not (about or runs or made or is_free):
        raise Http404
    if nomination.person is not None and not (about or made):
        note_looking(request, "look_at_nomination", on=nomination, acting_as="" if runs else _("juri"))
    seen = (runs or is_free) and (
        nomination.award.state == AwardState.DECIDED or is_complete(nomination.award, conflicts)
    )
    found = JurySheet.objects.filter(nomination=nomination) if seen else JurySheet.objects.none()
    sheets = found.select_related("juror__person").prefetch_related("scores__criterion").order_by("pk")
    shown = present_nomination(
        nomination, may=_may(nomination, about=about, made=made, is_free=is_free), sheets=sheets
    )  # fmt: skip
    supports = nomination.supports.select_related("supporter").order_by("given_at", "pk")
    context = {
        "one": shown, "trail": trail(nomination.award),
        "supports": support_rows(supports, named=about or runs or is_free),
        "effort": effort_seen(request, nomination, is_free=is_free, runs=runs),
    }  # fmt: skip
    return render(request, "recognition/nomination.html", context)


@signed_in
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the own nomination while the window is open."""
    actor, on = actor_of(request), today()
    found = in_full(nominations_by(actor)).filter(award__state=AwardState.OPEN)
    nomination = get_object_or_404(found, pk=pk, state="standing")
    chosen = nomination.person or nomination.unit
    if chosen is None:
        raise Http404
    form = NominationForm(
        request.POST if request.method == "POST" else None, award=nomination.award, nominee=chosen, on=on,
        known=nomination,
    )  # fmt: skip
    page = FormPage(
        title=_("Perbaiki nominasi"), submit=_("Simpan"), done=_("Nominasi diperbaiki."),
        trail=trail(nomination.award, nomination), note=_("Angka layanan dibaca ulang saat disimpan."),
        now=[(_("Perbaikan yang diminta"), nomination.correction_asked)] if nomination.correction_asked else [],
    )  # fmt: skip

    def act() -> str:
        correct_nomination(nomination=nomination, told=form.told(), by=actor, at=timezone.now())
        return reverse("recognition:nomination", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the own nomination back."""
    actor = actor_of(request)
    nomination = get_object_or_404(in_full(nominations_by(actor)), pk=pk)
    page = FormPage(
        title=_("Tarik nominasi"), submit=_("Tarik nominasi"), done=_("Nominasi ditarik."),
        trail=trail(nomination.award, nomination), is_dangerous=True,
        lead=_("Selama jendela nominasi terbuka, orang yang sama dapat dinominasikan lagi."),
    )  # fmt: skip

    def act() -> str:
        withdraw_nomination(nomination=nomination, by=actor, at=timezone.now())
        return reverse("recognition:nomination", args=[pk])

    return form_answer(request, NothingForm(request.POST if request.method == "POST" else None), page, act)


@signed_in
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline as who is nominated."""
    actor = actor_of(request)
    nomination = get_object_or_404(in_full(nominations_of(actor, on=today())), pk=pk)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Tolak nominasi"), submit=_("Tolak"), done=_("Nominasi ditolak."),
        trail=trail(nomination.award, nomination), is_dangerous=True,
        lead=_("Menolak tidak memengaruhi penilaian kinerja. Di babak ini tidak dapat dinominasikan lagi."),
    )  # fmt: skip

    def act() -> str:
        decline_nomination(nomination=nomination, reason=form.cleaned_data["reason"], by=actor, at=timezone.now())
        return reverse("recognition:nomination", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is wrong in a nomination about oneself."""
    actor = actor_of(request)
    nomination = get_object_or_404(in_full(nominations_of(actor, on=today())), pk=pk)
    form = WordsForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Minta perbaikan"), submit=_("Kirim"), done=_("Permintaan perbaikan disampaikan kepada pengusul."),
        trail=trail(nomination.award, nomination),
    )  # fmt: skip

    def act() -> str:
        ask_for_correction(nomination=nomination, words=form.cleaned_data["words"], by=actor, at=timezone.now())
        return reverse("recognition:nomination", args=[pk])

    return form_answer(request, form, page, act)


def _may(nomination: Nomination, *, about: bool, made: bool, is_free: bool) -> set[str]:
    award = nomination.award
    may: set[str] = set()
    if not nomination.stands or award.state not in RUNNING:
        return may
    if about:
        may.add("decline")
    if made:
        may.add("withdraw")
    if made and award.takes_nominations(today()):
        may.add("correct")
    if is_free:
        may.add("relate")
    if is_free and award.state == AwardState.JUDGING:
        may.add("judge")
    return may
