"""The sealed documents as PDF."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.appraisal_content import matches_seal, plan_told, seal_entry
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.appraisal_feedback import feedback_told
from pembina.domain.performance.models import AppraisalPaper
from pembina.domain.performance.stages import Part, Viewer, parts_seen
from pembina.exchange.papers.appraisal import appraisal_paper, result_paper
from pembina.exchange.papers.feedback_record import feedback_form
from pembina.exchange.papers.official_form import official_form
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.appraisals.visiting import seen_appraisal, today

SIGNING = (Viewer.PERSON, Viewer.RATER)


@signed_in
@require_safe
@never_cache
def document(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give the document of an appraisal (D.1.1, D.1.2 or D.1.3)."""
    paper = seen_paper(request, pk, number)
    return as_pdf(paper, appraisal_paper(**told_of(request, paper)), paper.get_form_display())


@signed_in
@require_safe
@never_cache
def result(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give the result of the evaluation (C.1.x) that belongs to a document."""
    paper = seen_paper(request, pk, number)
    return as_pdf(paper, result_paper(**told_of(request, paper)), "hasil")


@signed_in
@require_safe
@never_cache
def feedback_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the record of feedback of the period (B.1.3, B.1.4 or B.1.5) to the two who sign it."""
    one, viewer = seen_appraisal(request, pk)
    if viewer not in SIGNING or one.state == AppraisalState.EXEMPT:
        raise Http404
    if viewer is not Viewer.PERSON:
        note_looking(request, "take_feedback_record", on=one)
    period = one.period
    form = feedback_form(
        snapshot=one.snapshot, plan=plan_told(one), said=feedback_told(one), label=period.label,
        days=(period.starts_on, period.ends_on), people=(one.person, one.rater),
        government=settings.PEMBINA_GOVERNMENT_NAME, written_on=today(),
    )  # fmt: skip
    name = slugify(f"{form.number} {one.person.nip} {period.label}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(official_form(form), content_type="application/pdf", headers=headers)


def seen_paper(request: HttpRequest, pk: int, number: int) -> AppraisalPaper:
    """Return a document whose words the visitor may read."""
    one, viewer = seen_appraisal(request, pk)
    can_read = Part.NOTES in parts_seen(one.state, viewer)
    papers = AppraisalPaper.objects.filter(appraisal=one) if can_read else AppraisalPaper.objects.none()
    found = get_object_or_404(papers, number=number)
    if viewer is not Viewer.PERSON:
        note_looking(request, "look_at_appraisal_paper", on=found)
    return found


def told_of(request: HttpRequest, paper: AppraisalPaper) -> dict[str, Any]:
    entry = seal_entry(paper)
    return {
        "content": paper.content,
        "digest": paper.digest,
        "sealed": entry.hash if entry and matches_seal(paper) else "",
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "address": request.build_absolute_uri(reverse("appraisals:show", args=[paper.appraisal_id])),
    }


def as_pdf(paper: AppraisalPaper, content: bytes, form: str) -> HttpResponse:
    name = slugify(f"{form} {paper.content['people']['person']['nip']} {paper.content['period']['label']}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
