"""Rounds and counters as the officer's pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import SurveyPeriod, SurveyPlace
from pembina.domain.services.survey_queries import collected_by_means, undecided_suspicious
from pembina.web.components.formatting import MISSING, day, number

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One round in the list."""

    address: str
    title: str
    unit: str
    days: str
    state: Shown
    tone: str
    collected: str
    target: str
    reached: Shown
    reached_tone: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One round whose paper forms are typed at the counter."""

    address: str
    title: str
    unit: str
    days: str


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """One round with how far it has come."""

    title: str
    lead: str
    state: Shown
    tone: str
    is_open: bool
    can_close: bool
    collected: str
    collected_number: int
    target: str
    target_number: int
    missing: str
    excluded: str
    suspicious: int
    by_means: list[tuple[Shown, Shown]]
    facts: list[tuple[Shown, Shown]]
    needs_population: bool


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One counter in the list."""

    address: str
    name: str
    unit: str
    service: Shown
    needs_code: bool
    is_active: bool


def state_of(period: SurveyPeriod, on: date) -> tuple[Shown, str]:
    """Return the word and the tone of a round on a day."""
    if on < period.opens_on:
        return _("Belum dibuka"), "info"
    return (_("Dibuka"), "success") if on <= period.closes_on else (_("Ditutup"), "")


def period_rows(periods: Iterable[SurveyPeriod], *, on: date) -> list[PeriodRow]:
    return [_period_row(period, on) for period in periods]


def _period_row(period: SurveyPeriod, on: date) -> PeriodRow:
    state, tone = state_of(period, on)
    collected: int = period.collected  # type: ignore[attr-defined]
    target = period.target
    enough = target is not None and collected >= target
    return PeriodRow(
        address=reverse("surveys:period", args=[period.pk]),
        title=period.title,
        unit=period.unit.name,
        days=f"{day(period.opens_on)} – {day(period.closes_on)}",
        state=state,
        tone=tone,
        collected=number(collected),
        target=number(target) if target is not None else MISSING,
        reached=_("Cukup") if enough else _("Kurang"),
        reached_tone="" if target is None else "success" if enough else "warning",
    )


def present_period(period: SurveyPeriod, *, on: date) -> PeriodPage:
    """Lay one round out; three queries."""
    state, tone = state_of(period, on)
    by_means = collected_by_means(period)
    collected = sum(count for name, count in by_means.items() if name != "excluded")
    target = period.target
    services = ", ".join(service.name for service in period.services.all())
    return PeriodPage(
        title=period.title,
        lead=f"{period.unit.name} · {day(period.opens_on)} – {day(period.closes_on)}",
        state=state,
        tone=tone,
        is_open=period.opens_on <= on <= period.closes_on,
        can_close=period.opens_on <= on < period.closes_on,
        collected=number(collected),
        collected_number=collected,
        target=number(target),
        target_number=target or 0,
        missing=number(target - collected) if target is not None and collected < target else "",
        excluded=number(by_means.get("excluded", 0)),
        suspicious=undecided_suspicious(period).count(),
        by_means=[(means.label, number(by_means.get(means.value, 0))) for means in SurveyMeans],
        facts=[
            (_("Layanan"), services or _("Semua layanan unit ini dan unit di bawahnya")),
            (_("Pengguna layanan setahun"), number(period.population)),
            (_("Bobot unsur"), period.get_weight_display()),
            (_("Urutan"), period.get_order_display()),
        ],
        needs_population=target is None,
    )


def place_rows(places: Iterable[SurveyPlace]) -> list[PlaceRow]:
    return [
        PlaceRow(
            address=reverse("surveys:place", args=[place.pk]),
            name=place.name,
            unit=place.unit.name,
            service=place.service.name if place.service else _("Dipilih warga"),
            needs_code=place.needs_code,
            is_active=place.is_active,
        )
        for place in places
    ]


def paper_rows(periods: Iterable[SurveyPeriod]) -> list[PaperRow]:
    """Return the rounds as the list of paper forms shows them."""
    return [
        PaperRow(
            address=reverse("surveys:type", args=[period.pk]),
            title=period.title,
            unit=period.unit.name,
            days=f"{day(period.opens_on)} – {day(period.closes_on)}",
        )
        for period in periods
    ]
