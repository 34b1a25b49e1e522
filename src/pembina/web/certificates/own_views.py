"""One's own certificates, and one certificate for whoever may open it."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Certificate
from pembina.domain.development.queries.certificates import (
    certificates_managed_by,
    certificates_of,
    certificates_seen_by,
)
from pembina.web.access import requires, signed_in
from pembina.web.access.looking import note_looking
from pembina.web.certificates.addresses import public_address
from pembina.web.certificates.papers import file_name, paper_of
from pembina.web.certificates.present import certificate_page, rows


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """List one's own certificates."""
    found = certificates_of(actor_of(request))
    return render(request, "certificates/own.html", {"rows": rows(found, on=timezone.localdate())})


@signed_in
@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one certificate with what may be done with it."""
    certificate, on = seen_certificate(request, pk), timezone.localdate()
    actor = actor_of(request)
    is_own = certificate.enrolment.person.nip == actor.username
    if not is_own:
        note_looking(request, "look_at_certificate", on=certificate)
    verify = public_address(request, "certificates:verify", certificate.code)
    context = {
        "page": certificate_page(certificate, verify=verify, on=on),
        "is_own": is_own,
        "may_manage": certificates_managed_by(actor, on=on).filter(pk=pk).exists(),
        "trail": trail_of(certificate, actor),
    }
    return render(request, "certificates/show.html", context)


@signed_in
@require_safe
@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the sheet to print. One that was revoked or replaced is printed no more."""
    certificate = seen_certificate(request, pk, valid_only=True)
    if certificate.enrolment.person.nip != actor_of(request).username:
        note_looking(request, "look_at_certificate", on=certificate)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(certificate)}.pdf"'}
    return HttpResponse(paper_of(certificate, request), content_type="application/pdf", headers=headers)


def seen_certificate(request: HttpRequest, pk: int, *, valid_only: bool = False) -> Certificate:
    """Return a certificate that the visitor may open."""
    seen = certificates_seen_by(actor_of(request), on=timezone.localdate())
    if valid_only:
        seen = seen.filter(state="valid")
    return get_object_or_404(
        seen.select_related("enrolment__person", "enrolment__batch", "replaces", "replacement"), pk=pk
    )


def trail_of(certificate: Certificate, actor: User) -> list[tuple[str, str]]:
    """Return the pages above, as far as the visitor may open them."""
    if certificate.enrolment.person.nip == actor.username:
        return [(_("Sertifikat saya"), reverse("certificates:own"))]
    batch = certificate.enrolment.batch
    above = [(batch.title, reverse("certificates:batch", args=[batch.pk]))]
    if actor.may(Permission.PLAN_PROGRAMME) or actor.may(Permission.READ_AUDIT):
        above.insert(0, (_("Sertifikat"), reverse("certificates:index")))
    return above


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
