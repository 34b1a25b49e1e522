"""The sealed documents as PDF."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.performance.appraisal_content import matches_seal, seal_entry
from pembina.domain.performance.models import AppraisalPaper
from pembina.domain.performance.stages import Part, Viewer, parts_seen
from pembina.exchange.papers.appraisal import appraisal_paper, result_paper
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.appraisals.visiting import seen_appraisal


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
