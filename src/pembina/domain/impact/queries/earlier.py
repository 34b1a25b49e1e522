"""Earlier evaluations of the same programme: what was decided on, and which waves had begun by then."""

from django.db.models import QuerySet
from django.utils.timezone import localdate

from pembina.domain.development.models import Wave
from pembina.domain.impact.models import Decision, EvaluationDesign


def waves_judged_before(design: EvaluationDesign) -> QuerySet[Wave]:
    """Return the waves that had begun when an earlier evaluation of the programme was decided; none without one.

    For a joint evaluation only an earlier one of the same two programmes counts: one of either judged something else.
    """
    evaluation = design.evaluation
    alike = Decision.objects.filter(
        evaluation__programme=evaluation.programme_id, evaluation__joined_programme=evaluation.joined_programme_id
    )
    last = alike.exclude(evaluation=evaluation.pk).order_by("-decided_at").first()
    if last is None:
        return Wave.objects.none()
    begun = Wave.objects.filter(
        programme__in=evaluation.programme_numbers, started_on__lte=localdate(last.decided_at)
    )  # fmt: skip
    return begun.order_by("number")
