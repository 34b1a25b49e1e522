"""Two public logs, read where they are kept: the figures their publishers state, and what stands beside them."""

import csv
from collections import defaultdict
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise
from math import sqrt

import pytest

from needed import DATA
from pembina.core.rules.service_time import (
    Flaw,
    Hours,
    LedgerRow,
    Measure,
    Pause,
    PauseReason,
    Request,
    RequestColumns,
    WorkingCalendar,
    month_number,
    service_figures,
    tally_requests,
    timeline_up_to,
)

PERMITS, TICKETS = DATA / "permit_receipt_wabo" / "events.csv", DATA / "tickets_bpic2013_closed" / "events.csv"
OFFICE = WorkingCalendar("Europe/Amsterdam", (*[(Hours(8 * 60, 17 * 60),)] * 5, (), ()))
NOW = datetime(2013, 1, 1, tzinfo=UTC)

needs_data = pytest.mark.usefixtures("published_data")


def events_by_case(path):
    cases = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cases[row["case_id"]].append((datetime.fromisoformat(row["timestamp"]), row))
    return {case: sorted(events, key=lambda event: event[0]) for case, events in cases.items()}


def counted(requests, measure):
    ledger = [LedgerRow(1, request, NOW) for request in requests]
    tally = tally_requests(requests=RequestColumns.of(ledger), calendar=OFFICE, measure=measure)
    line = timeline_up_to(tally=tally, calendar=OFFICE, at=NOW)
    months = (month_number(1990, 1), month_number(2013, 1))
    return tally, service_figures(tally=tally, service=1, months=months, line=line)


def waited(events):
    """Return the stretches in which a ticket waited for somebody else."""
    for (began, event), (ended, _) in pairwise(events):
        if event["sub_status"] == "Wait":
            yield Pause(began, ended, PauseReason.APPLICANT)


@needs_data
def test_the_permit_log_gives_the_figures_of_its_header():
    cases = events_by_case(PERMITS)
    tally, found = counted((Request(events[0][0], events[-1][0]) for events in cases.values()), Measure.GROSS)
    at_once = found.flaws[Flaw.ZERO]
    took = [
        (int(value), int(count))
        for cell in tally.cells.values()
        for value, count in zip(cell.finished.values, cell.finished.counts, strict=True)
    ]
    # The header averages over all 1,434 cases; those done at once add nothing to the sum, and are not averaged here.
    mean = Fraction(sum(value * count for value, count in took), len(cases))
    squares = sum(count * (value - mean) ** 2 for value, count in took) + at_once * mean**2
    assert (len(cases), found.arrivals + at_once) == (1434, 1434)
    assert round(float(mean) / 1e6, 3) == 467_263.915
    assert round(sqrt(squares / (len(cases) - 1)) / 1e6, 3) == 1_322_517.208
    assert max(value for value, _ in took) == 23_832_541_524_000
    # 48 minutes halfway between the two middle cases, with those done at once; three hours once they are set aside.
    with_them = sorted([0] * at_once + [value for value, count in took for _ in range(count)])
    assert round((with_them[716] + with_them[717]) / 2 / 60e6) == 48
    assert round(found.finished.median / 3600e6, 1) == 3.0


@needs_data
def test_the_ticket_log_gives_its_known_median_and_loses_the_waiting():
    cases = events_by_case(TICKETS)
    requests = [Request(e[0][0], e[-1][0], pauses=tuple(waited(e))) for e in cases.values()]
    _, gross = counted(requests, Measure.GROSS)
    _, net = counted(requests, Measure.NET)
    _, days = counted(requests, Measure.WORKING_DAYS)
    assert gross.finished.n + sum(gross.flaws.values()) == len(cases) == 1487
    assert round(gross.finished.median / 86_400e6, 1) == 82.0
    assert round(float(gross.finished.mean) * gross.finished.n / len(cases) / 86_400e6, 1) == 178.9
    assert net.finished.mean < gross.finished.mean
    assert days.finished.median < gross.finished.median / 86_400e6 * 5 / 7
