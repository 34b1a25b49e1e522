"""Certificates of one batch: who gets one, who not and why, and issuing them."""

from collections.abc import Iterable
from hashlib import sha256

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.certificate_refusals import ReadyChangedError
from pembina.domain.development.models import Batch, Certificate
from pembina.domain.development.operations.certificates import issue_certificates
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.development.queries.certificates import batches_with_certificates_seen_by, candidates_of
from pembina.web.access import signed_in
from pembina.web.certificates.forms import SigningForm, last_signing
from pembina.web.certificates.own_views import actor_of
from pembina.web.certificates.present import CandidateRow, batch_address, candidate_rows
from pembina.web.components.refusals import refuse_on

# Fewer boxes than Django takes fields, however large the batch.
ON_A_PAGE, LONGEST_PK = 100, 18


@signed_in
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who gets a certificate; issue for those ticked, or for all who are ready as the page has told them."""
    found, runs = batch_of(request, pk)
    form = SigningForm(request.POST or None, initial=last_signing(_last_certificate(found)))
    everybody = request.POST.get("everybody", "")
    ticked = ready_in(found) if everybody else chosen(request)
    if form.is_bound and runs and form.is_valid():
        try:
            if everybody and everybody != mark_of(ticked):
                raise ReadyChangedError
            made = issue_certificates(
                batch=found, enrolments=ticked, signing=form.signing(), by=actor_of(request), at=timezone.now()
            )
            text = ngettext("%(count)d sertifikat diterbitkan.", "%(count)d sertifikat diterbitkan.", len(made))
            messages.success(request, text % {"count": len(made)})
            return redirect("certificates:batch", pk)
        except RefusedError as refused:
            refuse_on(form, refused)
    rows = candidate_rows(candidates_of(found, at=timezone.now(), issuer=actor_of(request)))
    context = {
        "batch": found,
        "batch_address": batch_address(found),
        "form": form if runs else None,
        "may_revoke": runs,
        **listed(request, rows),
        "ticked": set(ticked) if form.is_bound else {row.value for row in rows if row.is_ready},
        "everybody": everybody,
        "trail": trail(request),
    }
    return render(request, "certificates/batch.html", context, status=422 if form.is_bound else 200)


def listed(request: HttpRequest, rows: list[CandidateRow]) -> dict[str, object]:
    """Return one page of the rows and the numbers of all; `mark` is empty where this page has all who are ready."""
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    ready = [row.value for row in rows if row.is_ready]
    return {
        "page": page,
        "rows": page.object_list,
        "mark": mark_of(ready) if len(ready) > sum(row.is_ready for row in page) else "",
        "ready": len(ready),
        "issued": sum(row.is_issued for row in rows),
        "lost": sum(row.is_lost for row in rows),
        "lacking": sum(not row.is_issued and not row.is_ready for row in rows),
    }


def ready_in(batch: Batch) -> list[int]:
    """Return the participants who may get a certificate now."""
    return [one.enrolment.pk for one in candidates_of(batch, at=timezone.now()) if one.is_ready]


def mark_of(ready: Iterable[int]) -> str:
    """Return what stands for exactly these participants, so that nobody is added whom the page did not count."""
    return sha256(",".join(map(str, sorted(ready))).encode()).hexdigest()


def batch_of(request: HttpRequest, pk: int) -> tuple[Batch, bool]:
    """Return a batch, and whether the visitor may issue for it; auditors and planners read, others find nothing."""
    actor, on = actor_of(request), timezone.localdate()
    seen = batches_with_certificates_seen_by(actor, on=on)
    found = get_object_or_404(seen.select_related("programme", "version__curriculum", "partner"), pk=pk)
    return found, batches_run_by(actor, on=on).filter(pk=pk).exists()


def chosen(request: HttpRequest) -> list[int]:
    """Return the participants that were ticked; what is no number is left out."""
    sent = request.POST.getlist("enrolment")
    return [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) <= LONGEST_PK]


def trail(request: HttpRequest) -> list[tuple[str, str]]:
    actor = actor_of(request)
    if actor.may(Permission.PLAN_PROGRAMME) or actor.may(Permission.READ_AUDIT):
        return [(_("Sertifikat"), reverse("certificates:index"))]
    return []


def _last_certificate(batch: Batch) -> Certificate | None:
    """Return the latest certificate that says who signs: of the batch, else of any."""
    latest = Certificate.objects.order_by("-issued_at", "-pk")
    return latest.filter(enrolment__batch=batch).first() or latest.first()
