"""Answers as the officer's list shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPeriod, SurveyResponse
from pembina.domain.services.questionnaire import elements_in, questions_in
from pembina.web.components.formatting import MISSING, day, in_language

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One answer."""

    pk: int
    value: str
    received: str
    place: str
    service: str
    means: Shown
    scores: list[str]
    pattern: str
    suggestion: str
    suspicion: Shown
    verdict: Shown
    tone: str
    reason: str


def response_rows(responses: Iterable[SurveyResponse], period: SurveyPeriod) -> list[ResponseRow]:
    elements = elements_in(period.order)
    return [_row(response, elements) for response in responses]


def _row(response: SurveyResponse, elements: tuple[str, ...]) -> ResponseRow:
    decided = response.decided[0] if response.decided else None  # type: ignore[attr-defined]
    scores = [str(getattr(response, element) or MISSING) for element in elements]
    at = timezone.localtime(response.received_at)
    return ResponseRow(
        pk=response.pk,
        value=str(response.pk),
        received=f"{day(at.date())} {at:%H.%M}",
        place=response.place.name if response.place else MISSING,
        service=response.service.name if response.service else MISSING,
        means=response.get_means_display(),
        scores=scores,
        pattern=" ".join(scores),
        suggestion=response.suggestion or MISSING,
        suspicion=response.get_suspicion_display(),
        verdict=decided.get_verdict_display() if decided else "",
        tone="danger" if response.is_excluded else "success",
        reason=f"{decided.reason} ({decided.by.display_name})" if decided else "",
    )


def head_of_scores(period: SurveyPeriod) -> list[tuple[str, str]]:
    """Return U1 to U9 with the names of the elements, as this unit numbers them."""
    return [(number, in_language(question.name)) for number, question in questions_in(period.order)]


def head_of_export(period: SurveyPeriod) -> list[str]:
    scores = [f"{number} {name}" for number, name in head_of_scores(period)]
    profile = [_("Jenis kelamin"), _("Umur"), _("Pendidikan"), _("Pekerjaan")]
    return [_("Hari"), _("Loket"), _("Layanan"), _("Cara"), *scores, *profile, _("Saran"), _("Dihitung"), _("Alasan")]


def exported_rows(responses: Iterable[SurveyResponse], period: SurveyPeriod) -> Iterator[list[str]]:
    """Yield what leaves the house: the day and no more of the time, and nothing of devices."""
    elements = elements_in(period.order)
    for each in responses:
        decided = each.decided[0] if each.decided else None  # type: ignore[attr-defined]
        yield [
            each.answered_on.isoformat(),
            each.place.name if each.place else "",
            each.service.name if each.service else "",
            str(each.get_means_display()),
            *(str(getattr(each, element) or "") for element in elements),
            str(each.get_sex_display()),
            str(each.get_age_band_display()),
            str(each.get_education_display()),
            str(each.get_occupation_display()),
            each.suggestion,
            _("Tidak") if each.is_excluded else _("Ya"),
            decided.reason if decided else "",
        ]
