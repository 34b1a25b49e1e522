"""How the predicates that one rater gave are spread."""

from django.db.models import Count

from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.models.appraisals import UNRATED


def counts_of_rater(period: EvaluationPeriod, rater: int | None) -> dict[str, int]:
    """Return how many of the people of a rater have each predicate, drafts included."""
    rated = Appraisal.objects.filter(period=period, rater=rater).exclude(state__in=UNRATED)
    return dict(rated.order_by().values_list("predicate").annotate(found=Count("pk")))
