"""What is public of decisions on programmes."""

from django.db.models import Q, QuerySet

from pembina.domain.development.models import Programme
from pembina.domain.impact.models import Decision, DecisionPublication

ANSWERS = (
    "effective", "effective_size_uncertain", "no_meaningful_effect", "harmful", "inconclusive", "not_credible",
)  # fmt: skip


def publications_ever() -> QuerySet[DecisionPublication]:
    """Return all that was ever published, what was withdrawn too: its page says so."""
    return DecisionPublication.objects.all()


def published() -> QuerySet[DecisionPublication]:
    """Return what is public now, the latest first."""
    return publications_ever().filter(withdrawn_at__isnull=True).order_by("-published_at", "-pk")


def withdrawn_about(decision: Decision) -> QuerySet[DecisionPublication]:
    """Return what was published of a decision and taken back, the latest first; only those who decide list it."""
    return publications_ever().filter(decision=decision, withdrawn_at__isnull=False).order_by("-withdrawn_at", "-pk")


def published_about(programme: Programme) -> QuerySet[DecisionPublication]:
    """Return what is public of one programme, the latest first."""
    about = Q(decision__evaluation__programme=programme) | Q(decision__evaluation__joined_programme=programme)
    return published().filter(about)


def published_with(word: str, *, answer: str = "") -> QuerySet[DecisionPublication]:
    """Return those whose programme, purpose or measured figure holds a word, and with one answer where one is given."""
    found = published()
    if answer:
        found = found.filter(content__answer=answer)
    if word:
        found = found.filter(
            Q(content__programme__icontains=word)
            | Q(content__purpose__icontains=word)
            | Q(content__measured__name__id__icontains=word)
        )
    return found
