"""Requests of a file are written, or put back, with their pauses and the tallies of their months."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pembina.core.rules.service_time import MISSING, RequestColumns
from pembina.core.rules.service_time.zones import EPOCH
from pembina.domain.access.bulk_rows import add_rows, remove_rows, rewrite_rows
from pembina.domain.services.enums import RequestStep
from pembina.domain.services.intake.checking import CHANGE
from pembina.domain.services.intake.on_record import known_by_key
from pembina.domain.services.intake.planning import Planned, columns_of_states
from pembina.domain.services.intake.promises import Promises
from pembina.domain.services.intake.states import Known, State
from pembina.domain.services.models import RequestImport, RequestImportChange, RequestPause, ServiceRequest
from pembina.domain.services.tallies import retally

STATE = (
    "channel", "received_at", "ended_at", "withdrawn", "dates_only", "recorded_at", "promised", "flaw",
)  # fmt: skip
NEW = ("service_id", "number", *STATE)
PAUSE = ("request_id", "began_at", "ended_at", "reason")


class RequestWriter:
    """Writes the planned requests of one batch, some thousands at a time, and the tallies once at the end."""

    def __init__(self, batch: RequestImport, *, services: set[int], at: int) -> None:
        self._batch, self._at = batch, at
        self._promises = Promises(services)
        self._before: list[RequestColumns] = []
        self._after: list[RequestColumns] = []
        self.written = 0

    def write(self, planned: Sequence[Planned]) -> None:
        """Write those that are new or changed."""
        new = [each for each in planned if each.step is RequestStep.NEW]
        changed = [each for each in planned if each.step is RequestStep.CHANGED]
        self._add(new)
        self._change(changed)
        self.written += len(new) + len(changed)

    def settle(self) -> None:
        """Let the tallies of the months follow."""
        retally(before=RequestColumns.together(self._before), after=RequestColumns.together(self._after))

    def _add(self, new: Sequence[Planned]) -> None:
        if not new:
            return
        promised = [self._promises.at(each.service, each.state.received) for each in new]
        rows = (
            (each.service, each.number, *_row(each.state, self._at, promise))
            for each, promise in zip(new, promised, strict=True)
        )
        add_rows(ServiceRequest, NEW, rows)
        found = known_by_key({each.service for each in new}, [each.number for each in new])
        numbers = [found[each.service, each.number].pk for each in new]
        _add_pauses(zip(numbers, (each.state for each in new), strict=True))
        self._note(new, numbers)
        self._after.append(self._columns(new, promised))

    def _change(self, changed: Sequence[Planned]) -> None:
        known = [(each, each.known) for each in changed if each.known is not None]
        if not known:
            return
        promised = [
            was.promised
            if each.state.received == was.state.received
            else self._promises.at(each.service, each.state.received)
            for each, was in known
        ]
        rows = (
            (*_row(each.state, self._at, promise), was.pk) for (each, was), promise in zip(known, promised, strict=True)
        )
        rewrite_rows(ServiceRequest, STATE, rows)
        resting = [(was.pk, each.state) for each, was in known if each.state.rests != was.state.rests]
        remove_rows(RequestPause.objects.filter(request__in=[pk for pk, _ in resting]))
        _add_pauses(resting)
        self._note(changed, [was.pk for _, was in known])
        self._before.append(columns_of_known([(each.service, was) for each, was in known]))
        self._after.append(self._columns(changed, promised))

    def _columns(self, planned: Sequence[Planned], promised: Sequence[int]) -> RequestColumns:
        services, states = [each.service for each in planned], [each.state for each in planned]
        return columns_of_states(services, states, recorded=[self._at] * len(planned), promised=promised)

    def _note(self, planned: Sequence[Planned], numbers: Sequence[int]) -> None:
        add_rows(
            RequestImportChange,
            CHANGE,
            (
                (self._batch.pk, each.row, str(each.step), number, each.before, _after(each), each.state.mark)
                for each, number in zip(planned, numbers, strict=True)
            ),
        )


def put_back(states: Sequence[tuple[int, int, dict[str, Any]]]) -> RequestColumns:
    """Write requests as they were: number, service and what was kept of each; return them as the tallies count them."""
    known = [
        (service, Known(pk, State.from_json(kept), kept["promised"], kept["recorded"])) for pk, service, kept in states
    ]
    rewrite_rows(ServiceRequest, STATE, ((*_row(was.state, was.recorded, was.promised), was.pk) for _, was in known))
    remove_rows(RequestPause.objects.filter(request__in=[was.pk for _, was in known]))
    _add_pauses((was.pk, was.state) for _, was in known)
    return columns_of_known(known)


def columns_of_known(known: Sequence[tuple[int, Known]]) -> RequestColumns:
    """Lay out requests on record, each with its service, as the tallies count them."""
    return columns_of_states(
        [service for service, _ in known],
        [was.state for _, was in known],
        recorded=[was.recorded for _, was in known],
        promised=[was.promised for _, was in known],
    )


def instant_or_none(count: int) -> datetime | None:
    """Return an instant as the database takes it."""
    return None if count == MISSING else EPOCH + timedelta(microseconds=count)


def _row(state: State, recorded: int, promised: int) -> tuple[Any, ...]:
    return (
        state.channel, instant_or_none(state.received), instant_or_none(state.ended), state.withdrawn,
        state.dates_only, instant_or_none(recorded), promised, state.flaw,
    )  # fmt: skip


def _after(each: Planned) -> dict[str, Any] | None:
    """Return a changed request as pages show it; a new one is on record anyway, and there may be a million of them."""
    return each.state.as_json() if each.known is not None else None


def _add_pauses(states: Any) -> None:
    rows = [
        (pk, instant_or_none(began), instant_or_none(ended), reason)
        for pk, state in states
        for began, ended, reason in state.rests
    ]
    if rows:
        add_rows(RequestPause, PAUSE, rows)
