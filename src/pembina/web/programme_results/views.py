"""Did this programme work? For anybody, from what was frozen when it was published."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.chain.links import canonical
from pembina.domain.impact.models import DecisionPublication
from pembina.domain.impact.operations.publications import hash_of
from pembina.domain.impact.queries.publications import publications_ever, published
from pembina.web.access import open_to_all
from pembina.web.components.formatting import day
from pembina.web.components.onward import address_of
from pembina.web.components.public_result import ACTIONS, WORDS, answer_of, present_public_result
from pembina.web.programme_results.filters import ResultFilters

ON_A_PAGE = 20
GONE = 410


@dataclass(frozen=True, slots=True)
class Row:
    """One programme in the list."""

    address: str
    programme: str
    answer: str
    word: str
    tone: str
    decided: str
    published: str


@open_to_all
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the programmes about which citizens were told, the latest first."""
    filters = ResultFilters(request.GET)
    page = Paginator(filters.publications(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(publication) for publication in page],
        "filters": filters,
        "reset": reverse("programme_results:index") if filters.is_narrowed else "",
    }
    return render(request, "programme_results/index.html", context)


@open_to_all
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for one programme; one that was withdrawn says so, and why."""
    publication = get_object_or_404(publications_ever(), pk=pk)
    trail = [(_("Program berhasil?"), reverse("programme_results:index"))]
    if publication.withdrawn_at is not None:
        context = {
            "programme": publication.content["programme"],
            "on": day(timezone.localdate(publication.withdrawn_at)),
            "reason": publication.withdraw_reason,
            "newer": published().filter(decision=publication.decision_id).values_list("pk", flat=True).first(),
            "trail": trail,
        }
        return render(request, "programme_results/withdrawn.html", context, status=GONE)
    context = {
        "result": present_public_result(publication.content),
        "hash": hash_of(publication),
        "on": day(timezone.localdate(publication.published_at)),
        "pk": publication.pk,
        "tool": address_of("effect_tool:index"),
        "trail": trail,
    }
    return render(request, "programme_results/show.html", context)


@open_to_all
@require_safe
def json_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give what was frozen, byte for byte as the hash is taken over it; whoever has it already gets nothing again."""
    publication = get_object_or_404(published(), pk=pk)
    etag = f'"{hash_of(publication)}"'
    headers = {"ETag": etag, "Cache-Control": "public, no-cache", "Access-Control-Allow-Origin": "*"}
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    return HttpResponse(canonical(publication.content), content_type="application/json", headers=headers)


def _row(publication: DecisionPublication) -> Row:
    content = publication.content
    word, tone = WORDS[content["answer"]]
    return Row(
        address=reverse("programme_results:show", args=[publication.pk]),
        programme=content["programme"],
        answer=answer_of(content),
        word=str(word),
        tone=tone,
        decided=str(ACTIONS[content["decision"]["action"]]),
        published=day(timezone.localdate(publication.published_at)),
    )
