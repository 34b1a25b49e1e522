"""The latest questions and answers that an office published, and the way to all of them."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.http import urlencode

from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.published_answers import answers_about, published_answers
from pembina.web.components.formatting import day
from pembina.web.components.navigation import address_of

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer."""

    question: str
    answer: str
    day: str


@dataclass(frozen=True, slots=True)
class PublishedAnswers:
    """The latest few, and where all are."""

    latest: list[AnswerRow]
    all: str


def present_answers(*, unit: Unit | None = None, service: PublicService | None = None) -> PublishedAnswers:
    """Return those about a unit with all below it, or about a service."""
    about = {"unit": unit.code} if unit else {"layanan": service.code} if service else {}
    found = answers_about(published_answers(), unit=unit, service=service)[:MOST_SHOWN]
    rows = [AnswerRow(one.question, one.answer, day(timezone.localdate(one.published_at))) for one in found]
    return PublishedAnswers(rows, f"{address_of('complaints:published')}?{urlencode(about)}")
