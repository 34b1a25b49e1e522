"""Earlier evaluations of the same programme: what was decided on, and which waves had begun by then."""

from django.db.models import QuerySet
from django.utils.timezone import localdate

from pembina.domain.development.models import Wave
from pembina.domain.impact.models import Decision, EvaluationDesign


def waves_judged_before(design: EvaluationDesign) -> QuerySet[Wave]:
    """Return the waves that had begun when an earlier evaluation of the programme was decided; none without one."""
    programmes = design.evaluation.programme_numbers
    earlier = Decision.objects.filter(evaluation__programme__in=programmes).exclude(evaluation=design.evaluation_id)
    last = earlier.order_by("-decided_at").first()
    if last is None:
        return Wave.objects.none()
    begun = Wave.objects.filter(programme__in=programmes, started_on__lte=localdate(last.decided_at))
    return begun.order_by("number")
