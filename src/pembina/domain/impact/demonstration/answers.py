"""Answers of citizens at the places of a programme, with the true effect in them from the month of its start on."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.impact.demonstration.places import Places, by_place
from pembina.domain.services.demonstration.answers import PROFILES, RESPONSE
from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import SurveyPeriod, SurveyPlace, SurveyResponse

SCALE = 25
MOOD, MONTHLY = 0.3, 0.05
LONGEST = 28


def write_survey(places: Places, rng: np.random.Generator, *, at: datetime) -> int:
    """Write a yearly round for all places of a programme, their counters and the answers; return how many."""
    rounds = _rounds(places)
    counters = SurveyPlace.objects.bulk_create(
        SurveyPlace(
            unit=service.unit, service=service, name=f"Loket {places.truth.name.lower()}", made_at=at,
            token=uuid.uuid5(uuid.NAMESPACE_OID, service.code).hex[:16],
        )
        for service in places.services
    )  # fmt: skip
    rows = [row for number, _service in by_place(places) for row in _answers(places, number, rounds, counters, rng, at)]
    add_rows(SurveyResponse, RESPONSE, rows)
    return len(rows)


def _rounds(places: Places) -> dict[int, int]:
    """Return the number of the round of each year: one for all places, at the unit above them."""
    first = places.services[0].unit
    users = round(12 * places.truth.a_month * len(places.services))
    found = {}
    for year in range(places.first.year, places.month(places.months - 1).year + 1):
        made = SurveyPeriod.objects.create(
            unit=first.parent or first, title=f"SKM {places.truth.name.lower()} {year}", opens_on=date(year, 1, 1),
            closes_on=date(year, 12, 31), population=users,
        )  # fmt: skip
        made.services.set(places.services)
        found[year] = made.pk
    return found


def _answers(
    places: Places,
    number: int,
    rounds: dict[int, int],
    counters: list[SurveyPlace],
    rng: np.random.Generator,
    at: datetime,
) -> Iterator[tuple[Any, ...]]:
    """Yield the answers about one place, those after now left out."""
    truth, service, counter = places.truth, places.services[number], counters[number]
    level = truth.usual + truth.between * rng.standard_normal()
    for month in range(places.months):
        index = level + truth.trend * month + truth.effect * (month >= places.reached[number])
        people = int(rng.poisson(truth.a_month))
        felt = index / SCALE + MONTHLY * rng.standard_normal() + MOOD * rng.standard_normal((people, 1))
        # Rounded up as often as the rest is large: the mean of the answers is what is felt.
        scores = np.clip(np.floor(felt + rng.random((people, len(ELEMENTS)))), 1, 4).astype(int)
        first = places.month(month)
        for each in scores.tolist():
            moment = _moment(first, rng)
            if moment >= at:
                continue
            profile = (str(names[rng.integers(len(names))]) for names, _shares in PROFILES.values())
            yield (
                uuid.UUID(bytes=rng.bytes(16), version=4), rounds[first.year], counter.pk, service.pk,
                SurveyMeans.QR.value, *each, *profile, "", moment.date(), moment, moment, "", "", "", False, None, None,
            )  # fmt: skip


def _moment(first: date, rng: np.random.Generator) -> datetime:
    """Draw a moment between eight and three in the west of Indonesia, on one of the first four weeks of a month."""
    start = datetime.combine(first, time(1), tzinfo=UTC)
    return start + timedelta(days=int(rng.integers(LONGEST)), minutes=int(rng.integers(420)))
