"""What anybody may read of complaints: questions and answers that offices published."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.services.models import ComplaintPublication
from pembina.domain.services.queries.published_answers import published_answers
from pembina.web.access import open_to_all
from pembina.web.complaints.published_filters import PublishedFilters
from pembina.web.components.formatting import day

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One question with its answer; of the complaint itself it tells the office, the service and the kind."""

    kind: str
    question: str
    answer: str
    unit: str
    service: str
    day: str


@open_to_all
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """List questions and answers, the latest first."""
    filters = PublishedFilters(request.GET)
    page = Paginator(filters.narrow(published_answers()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(publication) for publication in page],
        "filters": filters,
        "reset": reverse("complaints:published") if filters.is_narrowed else "",
    }
    return render(request, "complaints/published.html", context)


def _row(publication: ComplaintPublication) -> PublishedRow:
    complaint = publication.complaint
    return PublishedRow(
        kind=str(complaint.get_kind_display()),
        question=publication.question,
        answer=publication.answer,
        unit=complaint.unit.name,
        service=complaint.service.name if complaint.service else "",
        day=day(timezone.localdate(publication.published_at)),
    )
