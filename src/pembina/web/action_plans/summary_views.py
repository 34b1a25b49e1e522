"""What the ratings of a programme say together, without a name."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme
from pembina.domain.development.permissions import READING, programmes_seen_by
from pembina.domain.development.queries.action_plans import reads_all_plans
from pembina.domain.development.queries.follow_up_summary import behaviour_summary, competence_summary
from pembina.web.access import signed_in
from pembina.web.action_plans.export import summary_workbook
from pembina.web.action_plans.present_summary import behaviour_tables, competence_tables, programme_rows
from pembina.web.action_plans.visiting import actor_of, today, trail

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """List the programmes whose summaries the visitor may read."""
    actor, on = actor_of(request), today()
    seen = programmes_seen_by(actor, on=on)
    if not any(actor.may(permission) for permission in READING) and not seen.exists():
        raise Http404
    page = Paginator(seen.order_by("-starts_on", "-pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "action_plans/programmes.html", {"page": page, "rows": programme_rows(page), "trail": trail()}
    )


@signed_in
@require_safe
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show behaviour, knowledge, skill and attitude by batch, with what is missing."""
    found, on = seen_programme(request, pk), today()
    batches = found.batches.select_related("version__curriculum")
    may_word = actor_of(request).may(Permission.PLAN_PROGRAMME) and reads_all_plans(actor_of(request), on=on)
    context = {
        "programme": found,
        "behaviour": behaviour_tables(behaviour_summary(batches, on=on), on=on, may_word=may_word),
        "competence": competence_tables(competence_summary(batches, on=on)),
        "trail": [*trail(), *above()],
    }
    return render(request, "action_plans/programme.html", context)


@signed_in
@require_safe
def programme_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the same figures as a workbook; there is no name in it."""
    found, on = seen_programme(request, pk), today()
    batches = found.batches.select_related("version__curriculum")
    content = summary_workbook(
        behaviour_tables(behaviour_summary(batches, on=on), on=on),
        competence_tables(competence_summary(batches, on=on)),
    )
    headers = {"Content-Disposition": f'attachment; filename="tindak-lanjut-{found.pk}-{on.isoformat()}.xlsx"'}
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def seen_programme(request: HttpRequest, pk: int) -> Programme:
    return get_object_or_404(programmes_seen_by(actor_of(request), on=today()), pk=pk)


def above() -> list[tuple[str, str]]:
    return [(_("Ringkasan program"), reverse("action_plans:programmes"))]
