"""Requests of a file as its reader returns them, and the whole way from there into the record."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from domain.services.ledger.conftest import office, promise, service
from pembina.core.rules.service_time import MISSING
from pembina.core.rules.service_time.zones import microseconds
from pembina.domain.services.intake.applying import apply
from pembina.domain.services.intake.checking import check
from pembina.domain.services.intake.reading import Reading, Shape
from pembina.domain.services.intake.receiving import receive
from pembina.domain.services.intake.rows import RequestRows, RequestsRead

__all__ = ["office", "promise", "service"]
NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
READING = Reading(Shape.ROWS, {"number": "Nomor", "received": "Diterima"}, {}, "IMB")


def instant(text):
    return MISSING if text is None else microseconds(datetime.fromisoformat(text).replace(tzinfo=UTC))


def read_of(service, *rows, says_pauses=False, **told):
    """Return what a file says: each row is (number, received, ended) and, where it has any, pauses."""
    pauses = [(at, *pause) for at, row in enumerate(rows) for pause in (row[3] if len(row) > 3 else ())]
    count = len(rows)
    flags = {name: np.full(count, told.get(name, False)) for name in ("withdrawn", "dates_only", "says_open")}
    columns = RequestRows(
        row=np.arange(2, count + 2),
        service=np.full(count, service.pk),
        number=[row[0] for row in rows],
        channel=[told.get("channel", "")] * count,
        received=np.array([instant(row[1]) for row in rows], dtype=np.int64),
        ended=np.array([instant(row[2]) for row in rows], dtype=np.int64),
        pause_of=np.array([pause[0] for pause in pauses], dtype=np.int64),
        pause_began=np.array([instant(pause[1]) for pause in pauses], dtype=np.int64),
        pause_ended=np.array([instant(pause[2]) for pause in pauses], dtype=np.int64),
        pause_reason=[pause[3] for pause in pauses],
        says_pauses=says_pauses or bool(pauses),
        **flags,
    )
    return RequestsRead(columns, count, told.get("refused", {}), tuple(told.get("findings", ())), np.array([]))


@pytest.fixture
def imported(db, joko):
    """Return the way of a file: received, checked and, unless told otherwise, applied."""
    made = []

    def bring(read, *, applied=True, at=NOW, by=joko):
        number = len(made)
        batch = receive(
            file_name=f"berkas-{number}.csv", file_sha256=f"{number:064d}", reading=READING, seen={}, by=by, at=at
        )
        made.append(batch)
        check(batch, read, at=at)
        if applied:
            apply(batch, read, by=by, at=at + timedelta(seconds=number), seen=batch.digest)
        return batch

    return bring


@pytest.fixture
def joko(person):
    return person("joko")
