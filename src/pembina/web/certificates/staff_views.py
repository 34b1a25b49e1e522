"""All certificates for human resources and auditors; revoking and issuing anew."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Certificate
from pembina.domain.development.operations.certificates import reissue_certificate, revoke_certificate
from pembina.domain.development.operations.exports import note_certificate_export
from pembina.domain.development.queries.certificates import (
    batches_awaiting_certificates,
    certificates_managed_by,
    certificates_seen_by,
    reads_all_certificates,
)
from pembina.web.access import signed_in
from pembina.web.access.address import client_address
from pembina.web.certificates.forms import CertificateFilters, ReissueForm, RevokeForm, last_signing
from pembina.web.certificates.narrowing import narrowed, query_of, workbook_of
from pembina.web.certificates.own_views import actor_of, trail_of
from pembina.web.certificates.present import rows
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.uploads.file_words import WORKBOOK, attached

ON_A_PAGE, MOST_AWAITING = 50, 10


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List all certificates, above them the batches that wait for theirs."""
    actor, on = reader_of(request), timezone.localdate()
    seen = certificates_seen_by(actor, on=on)
    filters = CertificateFilters(request.GET, years=_years(seen))
    page = Paginator(narrowed(seen, filters), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "query": query_of(filters),
        "reset": reverse("certificates:index") if filters.is_narrowed else "",
        "page": page,
        "rows": rows(page, on=on),
        "awaiting": batches_awaiting_certificates(actor, at=timezone.now(), on=on)[:MOST_AWAITING],
    }
    return render(request, "certificates/index.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list, narrowed as it is shown; who took it is written down."""
    actor = reader_of(request)
    seen = certificates_seen_by(actor, on=timezone.localdate())
    filters = CertificateFilters(request.POST, years=_years(seen))
    found = narrowed(seen, filters)
    note_certificate_export(
        certificates=found, filters=query_of(filters), by=actor, at=timezone.now(), address=client_address(request)
    )
    return attached(workbook_of(found), WORKBOOK, "sertifikat.xlsx")


@signed_in
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a certificate hold no longer, with the reason."""
    certificate = managed_certificate(request, pk, CertificateState.VALID)
    form = RevokeForm(request.POST or None)
    sheet = FormPage(
        title=_("Cabut sertifikat"), submit=_("Cabut sertifikat"), lead=f"{certificate.number} · {certificate.name}",
        done=_("Sertifikat dicabut. JP-nya tidak dihitung lagi."), trail=above(request, certificate),
        note=_("Halaman verifikasi langsung menyebut sertifikat ini dicabut. JP-nya keluar dari hitungan."),
        is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        reason = form.cleaned_data["reason"]
        revoke_certificate(certificate=certificate, reason=reason, by=actor_of(request), at=timezone.now())
        return reverse("certificates:show", args=[pk])

    return form_answer(request, form, sheet, act)


@signed_in
def reissue(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue a certificate anew, with another name or after a revocation that was wrong."""
    certificate = managed_certificate(request, pk, CertificateState.VALID, CertificateState.REVOKED)
    told = last_signing(certificate) | {"name": certificate.name}
    form = ReissueForm(request.POST or None, initial=told)
    sheet = FormPage(
        title=_("Terbitkan ulang"), submit=_("Terbitkan ulang"), lead=f"{certificate.number} · {certificate.name}",
        done=_("Sertifikat baru diterbitkan."), trail=above(request, certificate),
        note=_("Yang baru mendapat nomor dan kode sendiri; yang lama menunjuk kepadanya dan tidak berlaku lagi."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        made = reissue_certificate(
            certificate=certificate, name=said["name"], reason=said["reason"], signing=form.signing(),
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return reverse("certificates:show", args=[made.pk])

    return form_answer(request, form, sheet, act)


def reader_of(request: HttpRequest) -> User:
    """Return the visitor, where they may read all certificates; for others there is no such page."""
    actor = actor_of(request)
    if not reads_all_certificates(actor, on=timezone.localdate()):
        raise Http404
    return actor


def _years(certificates: QuerySet[Certificate]) -> list[int]:
    """Return the years in which some were issued, the latest first."""
    return sorted((at.year for at in certificates.datetimes("issued_at", "year")), reverse=True)


def managed_certificate(request: HttpRequest, pk: int, *states: CertificateState) -> Certificate:
    """Return a certificate that the visitor may end."""
    managed = certificates_managed_by(actor_of(request), on=timezone.localdate()).filter(state__in=states)
    return get_object_or_404(managed.select_related("enrolment__person", "enrolment__batch"), pk=pk)


def above(request: HttpRequest, certificate: Certificate) -> list[tuple[str, str]]:
    own = (certificate.number, reverse("certificates:show", args=[certificate.pk]))
    return [*trail_of(certificate, actor_of(request)), own]
