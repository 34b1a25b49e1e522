"""Human resources make a round, publish it once, and move it on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.career.models import AwardCriterion
from pembina.domain.career.operations.awards import (
    add_criterion,
    begin_judging,
    edit_award,
    make_award,
    open_award,
    remove_criterion,
    renew_award,
    withdraw_award,
)
from pembina.domain.career.permissions import awards_run_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.recognition.forms import AwardForm, CriterionForm, ReasonForm, RenewForm
from pembina.web.recognition.present_awards import criterion_rows
from pembina.web.recognition.visiting import actor_of, own_round, today, trail


@requires(Permission.MANAGE_STAFF)
def make(request: HttpRequest) -> HttpResponse:
    """Make a draft, then its criteria."""
    form = AwardForm(request.POST or None, actor=actor_of(request), on=today())
    page = FormPage(
        title=_("Buat penghargaan"), submit=_("Simpan konsep"), done=_("Konsep disimpan. Tambahkan kriterianya."),
        trail=trail(), lead=_("Konsep belum terlihat orang lain. Sesudah kriteria terbit, isinya terkunci."),
    )  # fmt: skip

    def act() -> str:
        made = make_award(told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("recognition:criteria", args=[made.pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft."""
    award = own_round(request, pk)
    form = AwardForm(request.POST or None, actor=actor_of(request), on=today(), award=award)
    page = FormPage(title=_("Ubah konsep"), submit=_("Simpan"), done=_("Konsep diubah."), trail=trail(award))

    def act() -> str:
        edit_award(award=award, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("recognition:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def criteria(request: HttpRequest, pk: int) -> HttpResponse:
    """List the criteria of a draft, and add one."""
    award = own_round(request, pk)
    form = CriterionForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Kriteria"), submit=_("Tambah kriteria"), done=_("Kriteria ditambahkan."), trail=trail(award),
        lead=_("Kriteria berbobot dinilai 1 sampai 5; syarat terpenuhi atau tidak."),
    )  # fmt: skip

    def act() -> str:
        add_criterion(award=award, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("recognition:criteria", args=[pk])

    extra = {"rows": criterion_rows(award), "award_pk": pk}
    return form_answer(request, form, page, act, template="recognition/criteria.html", extra=extra)


@requires(Permission.MANAGE_STAFF)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a criterion out of a draft."""
    actor = actor_of(request)
    found = AwardCriterion.objects.filter(award__in=awards_run_by(actor, on=today())).select_related("award")
    criterion = get_object_or_404(found, pk=pk)
    try:
        remove_criterion(criterion=criterion, by=actor, at=timezone.now())
        messages.success(request, _("Kriteria dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("recognition:criteria", pk=criterion.award_id)


@requires(Permission.MANAGE_STAFF)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what will be locked, and publish it."""
    award = own_round(request, pk)
    if request.method == "POST":
        try:
            open_award(award=award, by=actor_of(request), at=timezone.now())
            messages.success(request, _("Kriteria terbit dan terkunci."))
            return redirect("recognition:show", pk=pk)
        except RefusedError as refused:
            refuse_on(request, refused)
            return redirect("recognition:criteria", pk=pk)
    context = {"award_pk": pk, "title": award.title, "rows": criterion_rows(award), "trail": trail(award)}
    return render(request, "recognition/publish.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the nominations to the jury."""
    try:
        begin_judging(award=own_round(request, pk), by=actor_of(request), at=timezone.now())
        messages.success(request, _("Penilaian juri dimulai."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("recognition:show", pk=pk)


@requires(Permission.MANAGE_STAFF)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a round with a reason."""
    award = own_round(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Tarik babak ini"), submit=_("Tarik"), done=_("Babak ditarik."), trail=trail(award), is_dangerous=True,
        note=_("Nominasi dan penilaian tetap tersimpan; babak yang ditarik tidak dapat dibuka lagi."),
    )  # fmt: skip

    def act() -> str:
        withdraw_award(award=award, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("recognition:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft of another round with the same text and criteria."""
    award = own_round(request, pk)
    form = RenewForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Buat babak baru"), submit=_("Buat konsep"), done=_("Konsep babak baru dibuat."), trail=trail(award),
        lead=_("Teks dan kriterianya disalin, dan masih dapat diubah sampai diterbitkan."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        days = (said["opens_on"], said["closes_on"], said["decides_on"])
        made = renew_award(award=award, days=days, by=actor_of(request), at=timezone.now())
        return reverse("recognition:show", args=[made.pk])

    return form_answer(request, form, page, act)
