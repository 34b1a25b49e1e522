"""A nomination that exists is supported; and whoever is nominated decides whether the jury reads their effort."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.career.enums import AwardKind
from pembina.domain.career.operations.showing_effort import show_effort_to_jury
from pembina.domain.career.operations.supports import support_nomination, withdraw_support
from pembina.domain.career.permissions import nominations_of, supports_by
from pembina.domain.career.queries.awards import in_full, told_of
from pembina.domain.career.queries.nominees import joined_by, people_in_scope, units_in_scope
from pembina.domain.people.models import Person, Unit
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.recognition.nomination_forms import EffortForm, NothingForm, SupportForm
from pembina.web.recognition.visiting import actor_of, open_round, today, trail


@signed_in
def support(request: HttpRequest, pk: int, nominee: int) -> HttpResponse:
    """Add a reason and evidence to the nomination of somebody; who made it is not told."""
    award, on = open_round(request, pk), today()
    chosen: Person | Unit
    if award.kind == AwardKind.UNIT:
        chosen = get_object_or_404(units_in_scope(award, on=on), pk=nominee)
    else:
        chosen = get_object_or_404(people_in_scope(award, on=on), pk=nominee)
    nomination = joined_by(actor_of(request), award, chosen)
    if nomination is None:
        return redirect("recognition:nominate", pk=pk, nominee=nominee)
    form = SupportForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Dukung %(name)s") % {"name": chosen}, submit=_("Kirim dukungan"),
        done=_("Dukungan dikirim. Anda melihatnya di Penghargaan saya."), trail=trail(award),
        lead=_("Sudah dinominasikan pada babak ini. Tambahkan alasan dan bukti Anda sendiri; juri membaca semuanya."),
        note=_("Nama Anda terlihat oleh yang dinominasikan, juri, dan pengelola kepegawaian. Pendukung tidak menilai "
               "nominasi ini sebagai juri."),
    )  # fmt: skip

    def act() -> str:
        support_nomination(nomination=nomination, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("recognition:own")

    return form_answer(request, form, page, act)


@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the own support back."""
    actor = actor_of(request)
    found = supports_by(actor).select_related("nomination__award", "nomination__person", "nomination__unit")
    given = get_object_or_404(found, pk=pk)
    page = FormPage(
        title=_("Tarik dukungan"), submit=_("Tarik dukungan"), done=_("Dukungan ditarik."),
        trail=trail(given.nomination.award), is_dangerous=True,
        now=[(_("Nominasi"), given.nomination.called)],
    )  # fmt: skip

    def act() -> str:
        withdraw_support(support=given, by=actor, at=timezone.now())
        return reverse("recognition:own")

    return form_answer(request, NothingForm(request.POST if request.method == "POST" else None), page, act)


@signed_in
def show_effort(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide whether the jury reads the own process and effort."""
    actor, on = actor_of(request), today()
    nomination = get_object_or_404(in_full(nominations_of(actor, on=on)), pk=pk, person__nip=actor.username)
    if not told_of(actor, on=on).filter(pk=pk).exists():
        raise Http404
    initial = {"shown": nomination.effort_shown_at is not None}
    form = EffortForm(request.POST if request.method == "POST" else None, initial=initial)
    page = FormPage(
        title=_("Proses dan upaya untuk juri"), submit=_("Simpan"), done=_("Pilihan disimpan."),
        trail=trail(nomination.award, nomination),
        lead=_("Tanpa izin Anda, hanya Anda dan pengelola kepegawaian yang melihatnya."),
        note=_("Dapat diubah sampai penilaian juri dimulai. Menolak tidak berakibat apa pun."),
    )  # fmt: skip

    def act() -> str:
        shown = form.cleaned_data["shown"]
        show_effort_to_jury(nomination=nomination, shown=shown, by=actor, at=timezone.now())
        return reverse("recognition:own")

    return form_answer(request, form, page, act)
