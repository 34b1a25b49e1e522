"""How long each of a column of requests took, by the rule of `requests`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

import numpy as np

from pembina.core.rules.service_time.calendar import WorkingCalendar
from pembina.core.rules.service_time.flaws import FIRST_PLAUSIBLE, Flaw
from pembina.core.rules.service_time.ledger import MISSING, Flags, RequestColumns
from pembina.core.rules.service_time.timeline import Integers, Timeline

FLAWS = tuple(Flaw)
SOUND = -1
_LATEST = int(np.iinfo(np.int64).max)


class Measure(StrEnum):
    """In what a service is measured: microseconds, or working days."""

    GROSS = "gross"
    NET = "net"
    WORKING_TIME = "working_time"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True)
class Lives:
    """What is known of N requests.

    Attributes
    ----------
    flaw : (N,) position in FLAWS, or SOUND
    month : (N,) month of receipt on the clock of the office; 0 where the receipt itself is impossible
    ended_month : (N,) month of the end; 0 while open or impossible
    used : (N,) by the measure: the whole life of an ended request; of an open one what was used before `since`
    since : (N,) of an open request the instant from which its clock runs; MISSING while it stands still, or ended
    """

    flaw: Integers
    month: Integers
    ended_month: Integers
    used: Integers
    since: Integers

    @property
    def sound(self) -> Flags:
        """(N,) whether the request is measured."""
        sound: Flags = self.flaw == SOUND
        return sound


def measure_lives(*, requests: RequestColumns, calendar: WorkingCalendar, measure: Measure) -> Lives:
    """Measure every request; an open one only as far as no moment has to be known."""
    flaw = flaws_of(requests, measure)
    sound = flaw == SOUND
    dated = sound | ((requests.received >= FIRST_PLAUSIBLE) & (requests.received <= requests.recorded))
    ended = sound & ~requests.is_open
    rests = sound[requests.pause_of] & requests.pause_stops
    line = Timeline.covering(calendar, _instants(requests, dated, ended, rests))
    month, ended_month = np.zeros_like(flaw), np.zeros_like(flaw)
    month[dated], ended_month[ended] = line.months(requests.received[dated]), line.months(requests.ended[ended])
    used, since = _clocks(requests, sound, rests, line, measure)
    used[ended] += spent(line, measure, since[ended], requests.ended[ended])
    since[~sound | ended | (since == _LATEST)] = MISSING
    return Lives(flaw, month, ended_month, used, since)


def spent(line: Timeline, measure: Measure, since: Integers, until: Integers) -> Integers:
    """Return what runs on the clock from `since` to `until`; nothing where `since` is not reached."""
    found = np.zeros(since.size, dtype=np.int64)
    runs = since < until
    start, end = since[runs], until[runs]
    if measure is Measure.WORKING_DAYS:
        found[runs] = line.working_days(line.arrival_days(start), line.local_days(end))
    else:
        found[runs] = line.working_time(start, end) if measure is Measure.WORKING_TIME else end - start
    return found


def _clocks(
    requests: RequestColumns, sound: Flags, rests: Flags, line: Timeline, measure: Measure
) -> tuple[Integers, Integers]:
    """Return what each clock used before its last pause that stops it, and from when it runs again."""
    used, since = np.zeros(requests.count, dtype=np.int64), np.where(sound, requests.received, _LATEST)
    if measure is Measure.GROSS:
        return used, since
    for of, began, ended in _in_turn(requests, rests):
        used[of] += spent(line, measure, since[of], began)
        since[of] = np.maximum(since[of], np.where(ended == MISSING, _LATEST, ended))
    return used, since


def _in_turn(requests: RequestColumns, rests: Flags) -> Iterator[tuple[Integers, Integers, Integers]]:
    """Yield the first stopping pause of every request, then the second of those that have two, and so on."""
    of, began, ended = (c[rests] for c in (requests.pause_of, requests.pause_began, requests.pause_ended))
    order = np.lexsort((began, of))
    of, began, ended = of[order], began[order], ended[order]
    turn = np.arange(of.size) - np.searchsorted(of, of)
    for number in range(int(turn.max()) + 1 if turn.size else 0):
        chosen = turn == number
        yield of[chosen], began[chosen], ended[chosen]


def _instants(requests: RequestColumns, dated: Flags, ended: Flags, rests: Flags) -> Integers:
    ends = requests.pause_ended[rests]
    parts = (requests.received[dated], requests.ended[ended], requests.pause_began[rests], ends[ends != MISSING])
    return np.concatenate(parts)


def flaws_of(requests: RequestColumns, measure: Measure) -> Integers:
    """Return the position in FLAWS of the first flaw of every request, or SOUND, as `requests.flaw_of` does for one."""
    received, ended, is_open = requests.received, requests.ended, requests.is_open
    last = np.where(is_open, requests.recorded, ended)
    began, of = requests.pause_began, requests.pause_of
    until = np.where(requests.pause_ended == MISSING, began, requests.pause_ended)
    lowest, highest = np.minimum(received, last), np.maximum(received, last)
    np.minimum.at(lowest, of, np.minimum(began, until))
    np.maximum.at(highest, of, np.maximum(began, until))
    broken = {
        Flaw.NO_RECEIPT: received == MISSING,
        Flaw.PLACEHOLDER: lowest < FIRST_PLAUSIBLE,
        Flaw.FUTURE: highest > requests.recorded,
        Flaw.BACKWARDS: last < received,
        Flaw.ZERO: (ended == received) & ~requests.dates_only,
        Flaw.PAUSE_BACKWARDS: _any_pause(requests, until < began),
        Flaw.PAUSE_OUTSIDE: _any_pause(requests, (began < received[of]) | (np.maximum(began, until) > last[of])),
        Flaw.NO_CLOCK: requests.dates_only & (measure is Measure.WORKING_TIME),
    }
    found = np.full(requests.count, SOUND, dtype=np.int64)
    return reduce(lambda so_far, flaw: np.where(broken[flaw], FLAWS.index(flaw), so_far), reversed(FLAWS), found)


def _any_pause(requests: RequestColumns, wrong: Flags) -> Flags:
    found = np.zeros(requests.count, dtype=bool)
    found[requests.pause_of[wrong]] = True
    return found
