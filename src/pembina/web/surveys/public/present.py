"""The survey page as its template shows it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise

from pembina.domain.services.enums import AgeBand, Education, ElementOrder, Occupation, Sex
from pembina.domain.services.models import PublicService, SurveyPlace
from pembina.domain.services.models.responses import LONGEST_SUGGESTION
from pembina.domain.services.questionnaire import questions_in
from pembina.domain.services.survey_coverage import Asked, asked_at
from pembina.web.components.formatting import in_language
from pembina.web.surveys.public.reading import Sent
from pembina.web.surveys.wording import PROFILE_LABELS

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: Shown
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with its four answers."""

    number: int
    element: str
    asked: str
    options: list[Option]
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One thing asked about the respondent; may stay empty."""

    name: str
    label: Shown
    options: list[Option]


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """Everything on the page; `is_open` false means that nothing is asked.

    The field for a code is hidden unless the counter `takes_code`, so that the script can show it too.
    """

    place: str
    unit: str
    service: str
    is_open: bool
    needs_code: bool
    takes_code: bool
    code: str
    questions: list[AskedQuestion]
    services: list[Option]
    profile: list[ProfileField]
    suggestion: str
    longest_suggestion: int
    address: str
    outbox: str
    thanks: str
    missing: list[AskedQuestion]


def present_page(
    place: SurveyPlace, sent: Sent, *, on: date, missing: Collection[str] = (), takes_code: bool = False
) -> SurveyPage:
    """Lay the page of a counter out, with what was answered before filled in.

    `takes_code` where a refusal has advised a code; a counter that needs one asks for it anyway.
    """
    asked = asked_at(place, on=on) if place.is_active else Asked(None)
    order = asked.period.order if asked.period else ElementOrder.REGULATION
    questions = [
        _question(number, question, sent, question.element in missing)
        for number, (_, question) in enumerate(questions_in(order), start=1)
    ]
    args = [place.token]
    return SurveyPage(
        place=place.name,
        unit=place.unit.name,
        service=place.service.name if place.service else "",
        is_open=asked.period is not None,
        needs_code=place.needs_code,
        takes_code=place.needs_code or takes_code or bool(sent["code"]),
        code=sent["code"],
        questions=questions,
        services=_services(asked.services, sent),
        profile=[ProfileField(name, PROFILE_LABELS[name], _options(words, sent[name])) for name, words in WORDS],
        suggestion=sent["suggestion"],
        longest_suggestion=LONGEST_SUGGESTION,
        address=reverse("survey:page", args=args),
        outbox=reverse("survey:send", args=args),
        thanks=reverse("survey:thanks", args=args),
        missing=[question for question in questions if question.is_missing],
    )


WORDS = (
    ("sex", Sex.choices),
    ("age_band", AgeBand.choices),
    ("education", Education.choices),
    ("occupation", Occupation.choices),
)


def _question(number, question, sent: Sent, is_missing: bool) -> AskedQuestion:
    options = [
        Option(str(score), in_language(word), sent[question.element] == str(score))
        for score, word in enumerate(question.answers, start=1)
    ]
    return AskedQuestion(number, question.element, in_language(question.asked), options, is_missing)


def _services(asked: Sequence[PublicService], sent: Sent) -> list[Option]:
    """Return what a citizen chooses from; nothing where there is no choice."""
    return [Option(str(each.pk), each.name, sent["service"] == str(each.pk)) for each in asked]


def _options(words, chosen: str) -> list[Option]:
    return [Option(value, label, value == chosen) for value, label in words]
