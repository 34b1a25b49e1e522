"""What a file of requests would change, kept for whoever decides; the record itself stays as it is."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from pembina.core.collector import collector_paused
from pembina.core.rules.service_time import MISSING, Flaw
from pembina.core.rules.service_time.span_figures import figures_of
from pembina.core.rules.service_time.zones import EPOCH, microseconds
from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.bulk_rows import add_rows, remove_rows
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check
from pembina.domain.people.intake.checking import FINDING, finding_row
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.domain.people.intake.transitions import move
from pembina.domain.services.enums import RequestStep
from pembina.domain.services.intake.counts import RequestCounts
from pembina.domain.services.intake.planning import Digest, Planned, plan
from pembina.domain.services.intake.promises import zones_of
from pembina.domain.services.intake.rows import RequestsRead
from pembina.domain.services.models import RequestImport, RequestImportChange, RequestImportFinding

Progress = Callable[[int, int], None]
CHANGE = ("batch_id", "row", "step", "request", "before", "after", "mark")
LISTED = 20_000
"""Of each kind of finding at most so many are listed; all are counted."""
SHOWN = 10
STILL_OPEN = "still_open"
_OPEN = (
    Text(id="Belum selesai.", en="Not completed yet."),
    Text(
        id="Tidak perlu tindakan bila memang masih berjalan; umurnya dihitung sampai hari laporan.",
        en="Nothing to do if it is indeed still open; its age counts up to the day of the report.",
    ),
)


def check(
    batch: RequestImport,
    read: RequestsRead,
    *,
    at: datetime,
    figures: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> None:
    """Compare what was read with the record and keep what would change.

    Raises
    ------
    WrongStateError : the batch was applied or discarded already
    """
    if batch.state != ImportState.CHECKING:
        begin_check(batch, at=at)
    with collector_paused():
        found = _Check(batch, read, at=at)
        found.run(progress)
        found.keep(figures or {})


class _Check:
    """One pass over the requests of a file."""

    def __init__(self, batch: RequestImport, read: RequestsRead, *, at: datetime) -> None:
        self._batch, self._read, self._at = batch, read, at
        self._steps: Counter[str] = Counter()
        self._listed: Counter[str] = Counter()
        self._findings: list[RowFinding] = list(read.findings)
        self._changed: list[tuple[Any, ...]] = []
        self._shown: list[dict[str, Any]] = []
        self._services: set[int] = set()
        self._spans: list[int] = []
        self._digest = Digest()
        self._zones = zones_of(set(read.rows.service.tolist()))

    def run(self, progress: Progress | None) -> None:
        done, total = 0, self._read.rows.count
        for chunk in plan(self._read.rows, at=microseconds(self._at)):
            self._digest.add(chunk)
            for each in chunk:
                self._note(each)
            done += len(chunk)
            if progress is not None:
                progress(done, total)

    def _note(self, each: Planned) -> None:
        self._steps[str(each.step or "unchanged")] += 1
        self._services.add(each.service)
        if len(self._shown) < SHOWN:
            self._shown.append({"row": each.row, "number": each.number, "service": each.service} | each.state.as_json())
        if each.step is RequestStep.CHANGED and each.known is not None:
            self._changed.append(
                (
                    self._batch.pk,
                    each.row,
                    each.step.value,
                    each.known.pk,
                    each.before,
                    each.state.as_json(),
                    each.state.mark,
                )
            )
        if each.state.flaw:
            flaw = Flaw(each.state.flaw)
            self._find("impossible", each, flaw.value, flaw.message, flaw.remedy)
        elif each.state.is_open:
            self._find("open", each, STILL_OPEN, *_OPEN)
        else:
            self._spans.append(each.state.ended - each.state.received)

    def _find(self, counted: str, each: Planned, code: str, reason: Text, remedy: Text) -> None:
        self._steps[counted] += 1
        self._listed[code] += 1
        if self._listed[code] <= LISTED:
            column = self._batch.reading.get("columns", {}).get("number", "")
            value = f"{each.number}: {self._told(each)}"
            self._findings.append(RowFinding(each.row, column, value, code, Severity.WARNING, reason, remedy))

    def _told(self, each: Planned) -> str:
        """Return receipt and end on the clock of the unit, as a person reads them."""
        zone = timedelta(minutes=self._zones.get(each.service, 0))
        told = (
            "—" if instant == MISSING else f"{EPOCH + timedelta(microseconds=instant) + zone:%d-%m-%Y %H:%M:%S}"
            for instant in (each.state.received, each.state.ended)
        )
        return " → ".join(told)

    def keep(self, figures: Mapping[str, Any]) -> None:
        batch = self._batch
        numbers = self._numbers()
        with one_event():
            remove_rows(RequestImportFinding.objects.filter(batch=batch))
            remove_rows(RequestImportChange.objects.filter(batch=batch))
            self._findings.sort(key=lambda finding: finding.row)
            add_rows(RequestImportFinding, FINDING, (finding_row(batch, finding) for finding in self._findings))
            add_rows(RequestImportChange, CHANGE, self._changed)
            batch.services.set(self._services)
            written = {
                "checked_at": self._at,
                "numbers": numbers,
                "digest": self._digest.text(),
                "figures": {
                    **figures,
                    "sound": asdict(figures_of(np.array(self._spans, dtype=np.int64))),
                    "refused": self._read.refused,
                    "listed": dict(self._listed),
                    "shown": self._shown,
                },
            }
            rows = numbers["total"]
            move(batch, ImportState.CHECKED, at=self._at, progress_done=rows, progress_total=rows, **written)
            changes = {name: ("", str(number)) for name, number in numbers.items()}
            record("check_import", on=batch, by=batch.by, at=self._at, changes=changes)

    def _numbers(self) -> dict[str, int]:
        names = ("new", "changed", "unchanged", "impossible", "open")
        counted = {name: self._steps[name] for name in names}
        warnings = sum(1 for finding in self._read.findings if finding.severity is Severity.WARNING)
        refused = self._read.refused_rows
        numbers = {"total": self._read.row_count, "refused": refused, "warnings": warnings, **counted}
        RequestCounts(**numbers)
        return numbers
