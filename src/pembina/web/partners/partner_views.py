"""Partners: found, told, agreed with, given accounts, retired."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Partner, PartnerAccount, PartnerAgreement
from pembina.domain.development.operations.partners import (
    add_agreement,
    add_partner,
    edit_agreement,
    edit_partner,
    let_act_for,
    restore_partner,
    retire_partner,
    stop_acting_for,
)
from pembina.domain.development.queries.partners import agreements_ending, partners_with_agreements
from pembina.domain.development.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.partners.forms import AccountForm, AgreementForm, PartnerForm
from pembina.web.partners.narrowing import PartnerNarrowing
from pembina.web.partners.present import agreement_rows, partner_facts, partner_rows

ON_A_PAGE = 25
PARTNER_FIELDS = ("name", "kind", "city", "contact_name", "contact_email", "contact_phone", "note")
AGREEMENT_FIELDS = ("number", "subject", "starts_on", "ends_on")


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the partners, above them the agreements that end soon."""
    on, filters = timezone.localdate(), PartnerNarrowing(request.GET)
    found = filters.narrow(partners_with_agreements())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": partner_rows(page, on=on),
        "filters": filters,
        "reset": reverse("partners:index") if filters.is_narrowed else "",
        "ending": agreement_rows(agreements_ending(on=on), on=on),
        "tabs": tabs("partners:index"),
    }
    return render(request, "partners/index.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one partner with agreements, curricula and accounts."""
    partner, on = get_object_or_404(Partner, pk=pk), timezone.localdate()
    agreements = partner.agreements.select_related("partner").order_by("-ends_on", "-pk")
    context = {
        "partner": partner,
        "facts": partner_facts(partner),
        "agreements": agreement_rows(agreements, on=on),
        "versions": partner.curricula.select_related("curriculum").order_by("curriculum__title", "-version"),
        "accounts": partner.accounts.select_related("user").order_by("user__display_name", "pk"),
        "trail": trail(),
    }
    return render(request, "partners/show.html", context)


@requires(Permission.PLAN_PROGRAMME)
def new(request: HttpRequest) -> HttpResponse:
    form = PartnerForm(request.POST or None)
    page = FormPage(title=_("Catat mitra"), submit=_("Simpan mitra"), done=_("Mitra tercatat."), trail=trail())

    def act() -> str:
        made = add_partner(told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:show", args=[made.pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    partner = get_object_or_404(Partner, pk=pk)
    form = PartnerForm(request.POST or None, initial={name: getattr(partner, name) for name in PARTNER_FIELDS})
    page = FormPage(title=_("Ubah mitra"), submit=_("Simpan"), done=_("Mitra disimpan."), trail=trail(partner))

    def act() -> str:
        edit_partner(partner=partner, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Retire a partner, or take it back into use."""
    partner = get_object_or_404(Partner, pk=pk)
    operation = restore_partner if partner.retired_on else retire_partner
    try:
        operation(partner=partner, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Mitra dipakai kembali.") if partner.retired_on else _("Mitra tidak dipakai lagi."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("partners:show", pk)


@requires(Permission.PLAN_PROGRAMME)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    partner, form = get_object_or_404(Partner, pk=pk), AgreementForm(request.POST or None)
    page = FormPage(
        title=_("Catat perjanjian"), submit=_("Simpan perjanjian"), done=_("Perjanjian tercatat."),
        trail=trail(partner), lead=partner.name,
    )  # fmt: skip

    def act() -> str:
        add_agreement(partner=partner, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an agreement, such as one that was prolonged."""
    standing = get_object_or_404(PartnerAgreement.objects.select_related("partner"), pk=pk)
    told = {name: getattr(standing, name) for name in AGREEMENT_FIELDS}
    form = AgreementForm(request.POST or None, initial=told)
    page = FormPage(
        title=_("Ubah perjanjian"), submit=_("Simpan"), done=_("Perjanjian disimpan."), trail=trail(standing.partner)
    )

    def act() -> str:
        edit_agreement(agreement=standing, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:show", args=[standing.partner_id])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an account act for a partner."""
    partner, form = get_object_or_404(Partner, pk=pk), AccountForm(request.POST or None)
    page = FormPage(
        title=_("Beri akun"), submit=_("Beri akun"), done=_("Akun kini bertindak untuk mitra ini."),
        trail=trail(partner), lead=partner.name,
        note=_("Akun mitra dibuat lewat halaman Akun dan peran. Akun ini hanya melihat sesi mitranya sendiri."),
    )  # fmt: skip

    def act() -> str:
        let_act_for(partner=partner, account=form.cleaned_data["account"], by=actor_of(request), at=timezone.now())
        return reverse("partners:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def account_end(request: HttpRequest, pk: int) -> HttpResponse:
    acting = get_object_or_404(PartnerAccount.objects.select_related("user", "partner"), pk=pk)
    stop_acting_for(acting=acting, by=actor_of(request), at=timezone.now())
    messages.success(request, _("Akun tidak lagi bertindak untuk mitra ini."))
    return redirect("partners:show", acting.partner_id)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def tabs(here: str) -> list[dict[str, object]]:
    """Return the three lists of this journey."""
    pages = (
        ("partners:index", _("Mitra")),
        ("partners:curricula", _("Kurikulum")),
        ("partners:forms", _("Bentuk pengembangan")),
    )
    return [{"label": label, "address": reverse(view), "here": view == here} for view, label in pages]


def trail(partner: Partner | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Mitra"), reverse("partners:index"))]
    return above if partner is None else [*above, (partner.name, reverse("partners:show", args=[partner.pk]))]
