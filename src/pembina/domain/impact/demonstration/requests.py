"""Requests of citizens at the places of a programme, with the true effect in them from the month of its start on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.rules.service_time import Timeline, WorkingCalendar
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.development.enums import OutcomeFigure
from pembina.domain.impact.demonstration.places import Places, by_place
from pembina.domain.services.calendars import calendars_of
from pembina.domain.services.demonstration.request_rows import REQUEST
from pembina.domain.services.enums import Channel
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.tallies import columns_of, retally

# Of single requests around the usual time of their place, in logarithms.
SPREAD = {OutcomeFigure.MEDIAN_TIME: 0.38, OutcomeFigure.P90_TIME: 0.2}
# What a p90 of that spread lies above its median.
ABOVE_MEDIAN = float(np.exp(1.2816 * SPREAD[OutcomeFigure.P90_TIME]))
LATEST = 8
ROOM = timedelta(days=120)
EPOCH = date(1970, 1, 1)
# From eight to three in the west of Indonesia.
OPENS, CLOSES = 60, 480


def write_ledger(places: Places, rng: np.random.Generator, *, at: datetime) -> int:
    """Write the requests of all places of a programme and count them; return how many."""
    calendars = calendars_of([service.unit for service in places.services])
    days: dict[WorkingCalendar, IntArray] = {}
    rows: list[tuple[Any, ...]] = []
    for number, service in by_place(places):
        calendar = calendars[service.unit_id]
        if calendar not in days:
            days[calendar] = _working_days(calendar, places)
        rows.extend(_requests(places, number, days[calendar], rng, at))
    add_rows(ServiceRequest, REQUEST, rows)
    retally(after=columns_of(ServiceRequest.objects.filter(service__in=places.services)))
    return len(rows)


def _working_days(calendar: WorkingCalendar, places: Places) -> IntArray:
    """Return the working days of the window and some after it, days since 1970."""
    first, last = places.first, places.month(places.months) + ROOM
    ends = [int(datetime.combine(day, time(), UTC).timestamp()) * 1_000_000 for day in (first, last)]
    line = Timeline.covering(calendar, np.array(ends, dtype=np.int64))
    return np.unique(line.day)


def _requests(
    places: Places, number: int, days: IntArray, rng: np.random.Generator, at: datetime
) -> Iterator[tuple[Any, ...]]:
    """Yield the requests of one place in the order of their receipt, those after now left out."""
    service, truth = places.services[number], places.truth
    bounds = np.searchsorted(days, [(places.month(month) - EPOCH).days for month in range(places.months + 1)])
    counts = rng.poisson(truth.a_month, places.months)
    month = np.repeat(np.arange(places.months), counts)
    came = np.sort(bounds[month] + (rng.random(month.size) * (bounds[month + 1] - bounds[month])).astype(np.int64))
    month = np.searchsorted(bounds, came, side="right") - 1
    took = _took(places, rng, month, month >= places.reached[number])
    ended, minutes = days[came + took], rng.integers(OPENS, CLOSES, (2, month.size))
    for place in range(month.size):
        received = _moment(days[came[place]], minutes[:, place].min())
        if received >= at:
            return
        done = _moment(ended[place], minutes[:, place].max() + 1)
        over = done <= at
        yield (
            service.pk, f"{received:%Y}-{place + 1:05}", Channel.COUNTER.value, received, done if over else None, False,
            False, done if over else received, truth.promise, "",
        )  # fmt: skip


def _took(places: Places, rng: np.random.Generator, month: IntArray, reached: FloatArray) -> IntArray:
    """Draw the working days that each request takes."""
    truth, figure = places.truth, places.programme.outcome_figure
    level = truth.between * rng.standard_normal() + truth.usual + truth.trend * month
    if figure == OutcomeFigure.SHARE_ON_TIME:
        kept = 100 * rng.random(month.size) < level + truth.effect * reached
        early, late = rng.integers(0, truth.promise + 1, month.size), rng.integers(1, LATEST, month.size)
        return np.where(kept, early, truth.promise + late)
    usual = level / ABOVE_MEDIAN if figure == OutcomeFigure.P90_TIME else level
    days = np.maximum(usual, 1) * np.exp(rng.normal(0, SPREAD[OutcomeFigure(figure)], month.size))
    whole: IntArray = np.maximum(np.rint(days + truth.effect * reached), 0).astype(np.int64)
    return whole


def _moment(day: np.int64, minute: np.int64) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=int(day), minutes=int(minute))
