"""Answers to complaints that everybody may read, and how the publication of one complaint stands."""

from django.db.models import F, Q, QuerySet

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.searches import words_in
from pembina.domain.services.complaint_enums import ENDED_STATES
from pembina.domain.services.models import Complaint, ComplaintPublication, PublicService

STILL_ANSWERS = Q(complaint__reopened_at__isnull=True) | Q(published_at__gt=F("complaint__reopened_at"))


def published_answers() -> QuerySet[ComplaintPublication]:
    """Return what is public, the latest first.

    An answer that was contradicted is no answer any more: what was published before is hidden from then on.
    """
    public = Q(withdrawn_at__isnull=True, complaint__state__in=ENDED_STATES) & STILL_ANSWERS
    found = ComplaintPublication.objects.filter(public)
    return found.select_related("complaint__unit", "complaint__service").order_by("-published_at", "-pk")


def answers_about(
    answers: QuerySet[ComplaintPublication], *, unit: Unit | None = None, service: PublicService | None = None
) -> QuerySet[ComplaintPublication]:
    """Return those about a unit with all below it, and about a service."""
    if unit is not None:
        below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
        answers = answers.filter(complaint__unit__in=below)
    return answers.filter(complaint__service=service) if service is not None else answers


def answers_with(answers: QuerySet[ComplaintPublication], wanted: str) -> QuerySet[ComplaintPublication]:
    """Return those in whose question or answer all words of a search stand."""
    for word in wanted.split():
        answers = answers.filter(words_in("question", word) | words_in("answer", word))
    return answers


def units_with_answers() -> QuerySet[Unit]:
    """Return the units about which something is public, with those above them."""
    answered = published_answers().order_by().values("complaint__unit")
    return Unit.objects.filter(pk__in=UnitAncestry.objects.filter(descendant__in=answered).values("ancestor")).order_by(
        "name", "pk"
    )


def services_with_answers() -> QuerySet[PublicService]:
    """Return the services about which something is public."""
    return PublicService.objects.filter(pk__in=published_answers().order_by().values("complaint__service")).order_by(
        "name", "pk"
    )


def publication_of(complaint: Complaint) -> ComplaintPublication | None:
    """Return the latest publication of a complaint, withdrawn or not."""
    return (
        complaint.publications.select_related("published_by", "withdrawn_by").order_by("-published_at", "-pk").first()
    )


def is_public(publication: ComplaintPublication) -> bool:
    """Say whether everybody can read it now."""
    return published_answers().filter(pk=publication.pk).exists()
