"""Whoever decides tells the citizens: a preview of what they will read, published, and withdrawn again."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.impact.decision_facts import DecisionFacts, facts_of
from pembina.domain.impact.models import Decision, DecisionPublication
from pembina.domain.impact.operations.publications import hash_of, publish_decision, withdraw_publication
from pembina.domain.impact.permissions import evaluations_decided_by
from pembina.domain.impact.public_content import public_content
from pembina.domain.impact.publication_refusals import RefusedError
from pembina.domain.impact.queries.publications import published, withdrawn_about
from pembina.web.access import requires
from pembina.web.components.formatting import day
from pembina.web.components.onward import address_of
from pembina.web.components.public_result import present_public_result
from pembina.web.components.refusals import refuse_on
from pembina.web.decisions.visiting import actor_of, today, trail

LONGEST_MESSAGE = 1_000


class PublishForm(forms.Form):
    """What the government says to the citizens in its own words."""

    message = forms.CharField(
        label=gettext_lazy("Pesan kepada warga"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Beberapa kalimat dengan kata-kata sehari-hari; tanpa nama orang, telepon, atau NIP."),
    )


class WithdrawForm(forms.Form):
    """Why it is taken back; citizens read it in its place."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan ditarik"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Alasan ini dibaca warga di halaman yang ditarik."),
    )


@requires(Permission.DECIDE_PROGRAMME)
@never_cache
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what citizens will read or do read, and publish it once it was looked at."""
    decision = decided(request, pk)
    known = DecisionPublication.objects.filter(decision=decision, withdrawn_at__isnull=True).first()
    form = PublishForm(request.POST or None)
    if form.is_bound and form.is_valid() and "look" not in request.POST:
        try:
            publish_decision(decision=decision, by=actor_of(request), at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Kabar keputusan terbit."))
            return redirect("decisions:publication", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=next(iter(getattr(refused, "about", ())), "message"))
    context = _context(decision, known, form)
    return render(request, "decisions/publication.html", context, status=422 if form.errors else 200)


@requires(Permission.DECIDE_PROGRAMME)
@never_cache
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was published, with the reason."""
    decision = decided(request, pk)
    public = get_object_or_404(DecisionPublication, decision=decision, withdrawn_at__isnull=True)
    form = WithdrawForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            at = timezone.now()
            withdraw_publication(publication=public, by=actor_of(request), at=at, **form.cleaned_data)
            messages.success(request, _("Kabar keputusan ditarik."))
            return redirect("decisions:publication", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="reason")
    context = {"form": form, "pk": pk, "programme": public.content["programme"], "trail": trail(decision)}
    return render(request, "decisions/withdraw.html", context, status=422 if form.errors else 200)


def decided(request: HttpRequest, pk: int) -> Decision:
    """Return a decision of which the visitor is the one who decides."""
    reached = evaluations_decided_by(actor_of(request), on=today())
    found = Decision.objects.select_related("evaluation__programme__owner", "run__design", "decided_by")
    return get_object_or_404(found, pk=pk, evaluation__in=reached)


def _context(decision: Decision, known: DecisionPublication | None, form: PublishForm) -> dict[str, Any]:
    facts = facts_of(decision)
    message = form.cleaned_data.get("message", "") if form.is_bound else ""
    content = known.content if known else public_content(facts, message=message)
    return {
        "result": present_public_result(content),
        "form": form,
        "pk": decision.pk,
        "trail": trail(decision),
        "cautions": [] if known else _cautions(facts),
        "published_on": day(timezone.localdate(known.published_at)) if known else "",
        "public": address_of("programme_results:show", known.pk) if known else "",
        "hash": hash_of(known) if known else "",
        "withdrawn": [
            (day(timezone.localdate(one.published_at)), day(timezone.localdate(one.withdrawn_at)), one.withdraw_reason)
            for one in withdrawn_about(decision)
        ],
    }


def _cautions(facts: DecisionFacts) -> list[str]:
    """Return what whoever publishes should look at first."""
    found = []
    if facts.missing:
        names = ", ".join(each.name for each in facts.missing)
        found.append(
            _("Belum menandatangani: %(names)s. Tanda tangan yang menyusul tidak ikut terbit.") % {"names": names}
        )
    if facts.reason:
        found.append(_("Alasan keputusan terbit apa adanya. Pastikan tidak menyebut nama orang."))
    return found


def where_told(decision: Decision, actor: User, *, on: date) -> str:
    """Return where `actor` publishes a decision, or else reads what was published; empty where there is neither."""
    if evaluations_decided_by(actor, on=on).filter(pk=decision.evaluation_id).exists():
        return reverse("decisions:publication", args=[decision.pk])
    known = published().filter(decision=decision).first()
    return address_of("programme_results:show", known.pk) if known else ""
