"""What the rows of a file would change: compared with the record some thousands at a time, in bounded memory."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from pembina.core.rules.service_time import MISSING, Measure, RequestColumns
from pembina.core.rules.service_time.lives import FLAWS, SOUND, flaws_of
from pembina.domain.services.enums import Channel, PauseReason, RequestStep
from pembina.domain.services.intake.on_record import known_by_key
from pembina.domain.services.intake.rows import RequestRows
from pembina.domain.services.intake.states import Known, Rest, State
from pembina.domain.services.tally_basis import measures_of

AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Planned:
    """One request of a file: what is on record, if anything, and what the record would be. No step: nothing changes."""

    row: int
    service: int
    number: str
    state: State
    known: Known | None
    step: RequestStep | None

    @property
    def before(self) -> dict[str, Any] | None:
        """Return what undoing needs of a request on record: its state, its promise and when it was written down."""
        known = self.known
        if known is None:
            return None
        return known.state.as_json() | {"promised": known.promised, "recorded": known.recorded}


def plan(rows: RequestRows, *, at: int, locked: bool = False) -> Iterator[list[Planned]]:
    """Yield the requests of a file in its order, compared with the record; `at` is when it is written down."""
    measures = measures_of(set(rows.service.tolist()))
    without_clock = {pk for pk, measure in measures.items() if measure is Measure.WORKING_TIME}
    rests = _rests_of(rows)
    for first in range(0, rows.count, AT_A_TIME):
        chunk = range(first, min(first + AT_A_TIME, rows.count))
        yield _compared(rows, chunk, rests, at, without_clock, locked)


def _compared(
    rows: RequestRows,
    chunk: range,
    rests: dict[int, list[Rest]],
    at: int,
    without_clock: set[int],
    locked: bool,
) -> list[Planned]:
    services = rows.service[chunk.start : chunk.stop].tolist()
    numbers = rows.number[chunk.start : chunk.stop]
    record = known_by_key(set(services), numbers, locked=locked)
    known = [record.get(key) for key in zip(services, numbers, strict=True)]
    states = [_merged(rows, place, rests, found) for place, found in zip(chunk, known, strict=True)]
    flaws = flaws_by_state(services, states, at=at, without_clock=without_clock)
    return [
        _planned(int(rows.row[place]), service, number, replace(state, flaw=flaw), found)
        for place, service, number, state, flaw, found in zip(
            chunk, services, numbers, states, flaws, known, strict=True
        )
    ]


def _planned(row: int, service: int, number: str, state: State, known: Known | None) -> Planned:
    step = RequestStep.NEW if known is None else RequestStep.CHANGED if known.state != state else None
    return Planned(row, service, number, state, known, step)


def _merged(rows: RequestRows, place: int, rests: dict[int, list[Rest]], known: Known | None) -> State:
    """Return what a row says, and from the record what it does not say: an empty cell erases nothing."""
    said = State(
        channel=rows.channel[place] or (known.state.channel if known else Channel.OTHER.value),
        received=int(rows.received[place]),
        ended=int(rows.ended[place]),
        withdrawn=bool(rows.withdrawn[place]),
        dates_only=bool(rows.dates_only[place]),
        rests=tuple(rests.get(place, ())),
    )
    if known is None:
        return said
    if said.ended == MISSING and not rows.says_open[place]:
        said = replace(said, ended=known.state.ended, withdrawn=known.state.withdrawn)
    if said.received == MISSING:
        said = replace(said, received=known.state.received, dates_only=known.state.dates_only)
    return said if rows.says_pauses else replace(said, rests=known.state.rests)


def _rests_of(rows: RequestRows) -> dict[int, list[Rest]]:
    found: dict[int, list[Rest]] = defaultdict(list)
    columns = (rows.pause_of.tolist(), rows.pause_began.tolist(), rows.pause_ended.tolist(), rows.pause_reason)
    for of, began, ended, reason in zip(*columns, strict=True):
        found[of].append((began, ended, str(reason)))
    return found


def flaws_by_state(services: Sequence[int], states: Sequence[State], *, at: int, without_clock: set[int]) -> list[str]:
    """Return the first flaw of each request, empty where it can be measured."""
    columns = columns_of_states(services, states, recorded=[at] * len(states), promised=[0] * len(states))
    found = flaws_of(columns, Measure.WORKING_DAYS)
    if without_clock:
        strict = flaws_of(columns, Measure.WORKING_TIME)
        found = np.where(np.isin(columns.service, list(without_clock)), strict, found)
    return ["" if flaw == SOUND else FLAWS[flaw].value for flaw in found.tolist()]


def columns_of_states(
    services: Sequence[int], states: Sequence[State], *, recorded: Sequence[int], promised: Sequence[int]
) -> RequestColumns:
    """Lay out requests as the tallies of the months count them."""
    count = len(states)
    rests = [(place, *rest) for place, state in enumerate(states) for rest in state.rests]
    of, began, ended = (np.array([rest[at] for rest in rests], dtype=np.int64) for at in range(3))
    return RequestColumns(
        service=np.array(services, dtype=np.int64),
        received=np.fromiter((state.received for state in states), np.int64, count),
        ended=np.fromiter((state.ended for state in states), np.int64, count),
        recorded=np.array(recorded, dtype=np.int64),
        promised=np.array(promised, dtype=np.int64),
        withdrawn=np.fromiter((state.withdrawn for state in states), np.bool_, count),
        dates_only=np.fromiter((state.dates_only for state in states), np.bool_, count),
        pause_of=of,
        pause_began=began,
        pause_ended=ended,
        pause_stops=np.array([rest[3] == PauseReason.APPLICANT for rest in rests], dtype=bool),
    )


class Digest:
    """The fingerprint of a plan: whoever applies it can say which one was looked at."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, planned: Iterable[Planned]) -> None:
        """Count requests in; unchanged ones leave no trace, since nothing happens to them."""
        for each in planned:
            if each.step is not None:
                before = each.known.state.mark if each.known else None
                self._hash.update(repr((str(each.step), each.service, each.number, before, each.state.mark)).encode())

    def text(self) -> str:
        """Return it as it is kept."""
        return self._hash.hexdigest()
