"""Two years of requests for every service with a promised time: seasons, rests, late records, rows that cannot be.

Everything is drawn from the calendar of the unit: a request arrives while the counter is open (online ones at any hour)
and is done within office hours. What had not been written down by the day of the demonstration is not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from pembina.core.rules.service_time import MISSING, Timeline
from pembina.core.rules.service_time.timeline import Integers
from pembina.core.rules.service_time.zones import DAY, EPOCH, HOUR, MINUTE, microseconds, zone_of
from pembina.domain.access.audit import one_event, record
from pembina.domain.services.calendars import calendars_of
from pembina.domain.services.demonstration.office_clock import OfficeClock
from pembina.domain.services.demonstration.request_rows import Columns, Flags, write_requests
from pembina.domain.services.demonstration.stories import MONTHS, Story, arrivals, draw_story
from pembina.domain.services.models import PublicService, ServiceRequest
from pembina.domain.services.standards import promise_of, standards_of

SEED = 20261122
ONLINE, WITHDRAWN, RESTING = 0.24, 0.03, 0.15
SPREAD, DAY_OF_WORK = 0.55, int(7.5 * HOUR)
# A rest for the applicant: median and spread, in days of the calendar.
REST_DAYS, REST_SPREAD = 3.0, 0.8
# How long after the day of the demonstration the calendar must reach for the slowest request.
ROOM = 900 * DAY


@dataclass(frozen=True, slots=True)
class Office:
    """One service with its clock.

    Attributes
    ----------
    promise : of the standard of today, microseconds of working time
    since, written : (K,) from which local day on, days since 1970, each of its standards promised how much; by the
        measure of the standard, 0 where it promised nothing
    """

    service: PublicService
    clock: OfficeClock
    promise: int
    since: Integers
    written: Integers

    def promised(self, received: Integers) -> Integers:
        """Return the promise in force when requests were received."""
        place = np.searchsorted(self.since, self.clock.line.local_days(received), side="right") - 1
        promised: Integers = np.where(place < 0, 0, self.written[place])
        return promised


def load_demo_requests(*, on: date, at: datetime, scale: float = 1.0, seed: int = SEED) -> int:
    """Write two years of requests up to `at` and return how many; the same arguments write the same ones.

    Services without a promised time get none. Nothing is written where requests are on record already.
    """
    if ServiceRequest.objects.exists():
        return 0
    with one_event():
        written = 0
        for office in _offices(on):
            # A stream for each service: one service more leaves the others as they were.
            rng = np.random.default_rng([seed, *office.service.code.encode()])
            story = draw_story(rng, office.service.unit.sector, scale)
            written += write_requests(office.service, _drawn(rng, office, story, on, microseconds(at)), rng, at)
        if written:
            subject = ServiceRequest.objects.order_by("pk")[0].service.unit
            record("load_demo_requests", on=subject, by=None, at=at, changes={"rows": ("", str(written))})
    return written


def first_day(on: date) -> date:
    """Return the first day of the first month of the demonstration."""
    months = on.year * 12 + on.month - MONTHS
    return date(months // 12, months % 12 + 1, 1)


def _offices(on: date) -> Iterator[Office]:
    services = list(PublicService.objects.select_related("unit").order_by("code").prefetch_related("standards"))
    standards, calendars = standards_of(services, on), calendars_of([service.unit for service in services])
    for service in services:
        promise = promise_of(standards.get(service.pk))
        if promise is not None:
            versions = sorted(service.standards.all(), key=lambda standard: standard.starts_on)
            sizes = [told.size if (told := promise_of(version)) else 0 for version in versions]
            since = [(version.starts_on - EPOCH.date()).days for version in versions]
            calendar = calendars[service.unit_id]
            ends = np.array([_midnight(first_day(on), calendar.zone), _midnight(on, calendar.zone) + ROOM])
            clock = OfficeClock(Timeline.covering(calendar, ends.astype(np.int64)))
            size = promise.size * DAY_OF_WORK if promise.in_days else promise.size
            yield Office(service, clock, size, np.array(since), np.array(sizes))


def _drawn(rng: np.random.Generator, office: Office, story: Story, on: date, now: int) -> Columns:
    """Draw the requests of one service, those after now left out."""
    starts = _month_starts(first_day(on), office.clock.line.calendar.zone)
    counts = arrivals(rng, story, first_day(on).month - 1)
    month = np.repeat(np.arange(MONTHS), counts)
    received, online = _received(rng, office.clock, starts, month)
    order = np.argsort(received, kind="stable")
    order = order[received[order] < now]
    month, online, received = month[order], online[order], received[order]
    needed = story.took[month] * np.exp(rng.normal(0, SPREAD, month.size)) * office.promise
    withdrawn = rng.random(month.size) < WITHDRAWN
    took = np.maximum(np.where(withdrawn, needed * 0.4, needed), MINUTE).astype(np.int64)
    began, resumed, ended = _course(rng, office.clock, received, took)
    recorded = ended + (rng.exponential(story.lag, month.size) * DAY).astype(np.int64)
    done, resting = recorded <= now, (began != MISSING) & (began <= now)
    began, resumed = np.where(resting, began, MISSING), np.where(resting & (resumed <= now), resumed, MISSING)
    return Columns(
        received=received,
        ended=np.where(done, ended, MISSING),
        withdrawn=withdrawn & done,
        # MISSING is the smallest number there is.
        recorded=np.where(done, recorded, np.maximum(received, np.maximum(began, resumed))),
        online=online,
        rest_began=began,
        rest_ended=resumed,
        promised=office.promised(received),
    )


def _received(
    rng: np.random.Generator, clock: OfficeClock, starts: Integers, month: Integers
) -> tuple[Integers, Flags]:
    """Return when requests arrive: at the counter while it is open, online at any hour of the month."""
    share, online = rng.random(month.size), rng.random(month.size) < ONLINE
    worked = clock.worked(starts)
    open_for = worked[month + 1] - worked[month]
    at_counter = clock.instants(worked[month] + (share * open_for).astype(np.int64))
    any_hour = starts[month] + (share * (starts[month + 1] - starts[month])).astype(np.int64)
    # To the minute, as a counter writes it.
    received: Integers = np.where(online, any_hour, at_counter) // MINUTE * MINUTE
    return received, online


def _course(
    rng: np.random.Generator, clock: OfficeClock, received: Integers, took: Integers
) -> tuple[Integers, Integers, Integers]:
    """Return when requests rest for the applicant, go on, and end; MISSING where one never rests."""
    at = clock.worked(received)
    rests = rng.random(received.size) < RESTING
    before = (took * rng.uniform(0.1, 0.6, received.size)).astype(np.int64)
    began = clock.instants(at + before)
    waits = (REST_DAYS * np.exp(rng.normal(0, REST_SPREAD, received.size)) * DAY).astype(np.int64)
    resumed = clock.instants(clock.worked(began + waits))
    straight = clock.instants(at + took)
    rested = clock.instants(clock.worked(resumed) + took - before)
    ended = np.where(rests, rested, straight)
    return np.where(rests, began, MISSING), np.where(rests, resumed, MISSING), ended


def _month_starts(first: date, zone: str) -> Integers:
    """Return the first instants of the months of the demonstration, and of the one after."""
    months = [first.year * 12 + first.month - 1 + month for month in range(MONTHS + 1)]
    return np.array([_midnight(date(each // 12, each % 12 + 1, 1), zone) for each in months], dtype=np.int64)


def _midnight(day: date, zone: str) -> int:
    local = datetime(day.year, day.month, day.day, tzinfo=zone_of(zone))
    return (local - EPOCH) // timedelta(microseconds=1)
