"""The rows of both lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPeriod, SurveyPublication
from pembina.domain.services.result_content import ResultContent
from pembina.domain.services.suppressed_content import suppressed
from pembina.web.components.formatting import day, number
from pembina.web.components.satisfaction import TONES, written
from pembina.web.survey_results.wording import said, weakest_shown


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One round as its officer sees it."""

    address: str
    title: str
    unit: str
    dates: str
    answers: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One published result as everybody sees it."""

    address: str
    title: str
    unit: str
    services: str
    dates: str
    index: str
    quality: str
    tone: str
    respondents: str
    weakest: str


def period_rows(periods: Iterable[SurveyPeriod], *, on: date) -> list[PeriodRow]:
    """Return the rows; each round carries ``collected`` and ``version``."""
    return [_period_row(period, on) for period in periods]


def _period_row(period: SurveyPeriod, on: date) -> PeriodRow:
    counted = cast(Any, period)
    state, tone = _state(period, counted.version, on)
    return PeriodRow(
        address=reverse("survey_results:result", args=[period.pk]),
        title=period.title,
        unit=period.unit.name,
        dates=f"{day(period.opens_on)} – {day(period.closes_on)}",
        answers=number(counted.collected),
        state=state,
        tone=tone,
    )


def _state(period: SurveyPeriod, version: int | None, on: date) -> tuple[str, str]:
    if version:
        return _("Terbit, versi %(version)s") % {"version": version}, "success"
    if on <= period.closes_on:
        return _("Masih dibuka"), "info"
    return _("Belum terbit"), "warning"


def board_rows(publications: Iterable[SurveyPublication]) -> list[BoardRow]:
    """Return the rows of the board, from what was frozen alone."""
    return [_board_row(publication) for publication in publications]


def _board_row(publication: SurveyPublication) -> BoardRow:
    period, result = publication.content["period"], publication.content["result"]
    shown = suppressed(cast(ResultContent, publication.content))["result"]
    weakest = weakest_shown(shown["elements"] if shown else [], period["order"])[:1]
    opens, closes = (day(date.fromisoformat(period[name])) for name in ("opens_on", "closes_on"))
    return BoardRow(
        address=reverse("survey_board:result", args=[publication.period_id]),
        title=period["title"],
        unit=period["unit"],
        services=", ".join(period["services"]) or _("Semua layanan"),
        dates=f"{opens} – {closes}",
        index=written(Decimal(result["index"]), 2),
        quality=f"{result['quality']} · {said(result['quality_word'])}" if result["quality"] else _("tanpa mutu"),
        tone=TONES[result["quality"]],
        respondents=number(publication.content["respondents"]),
        weakest=said(weakest[0]["label"]) if weakest else "",
    )
