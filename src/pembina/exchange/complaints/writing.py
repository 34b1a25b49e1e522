"""Complaints and their answers in the columns of SP4N-LAPOR!, to be carried back there; and a template to fill in.

The first word of each status is written, which `reading` reads as the same state.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState, MessageKind
from pembina.domain.services.models import Complaint
from pembina.exchange.complaints.columns import COLUMNS, KINDS, STATES
from pembina.exchange.staff import staff_workbook
from pembina.exchange.staff.workbook import guarded

HEAD = [names[0] for names in COLUMNS.values()]
SHEET = "SP4N-LAPOR"


def lapor_workbook(complaints: Iterable[Complaint]) -> bytes:
    """Return complaints of SP4N-LAPOR!, with what was answered here, as a workbook."""
    return staff_workbook(HEAD, _rows(complaints), sheet=SHEET)


def lapor_csv(complaints: Iterable[Complaint]) -> bytes:
    """Return the same as CSV, as a spreadsheet in Indonesian opens it in columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEAD)
    writer.writerows([guarded(cell) for cell in row] for row in _rows(complaints))
    return text.getvalue().encode("utf-8-sig")


def lapor_template() -> bytes:
    """Return an empty table with the columns that are read."""
    return staff_workbook(HEAD, [], sheet=SHEET)


def _rows(complaints: Iterable[Complaint]) -> Iterator[list[str]]:
    for each in complaints:
        replies = [message for message in each.messages.all() if message.kind == MessageKind.REPLY]
        zone = ZoneInfo(each.unit.time_zone)
        yield [
            each.tracking_id or each.number,
            each.title,
            each.text,
            each.category,
            each.unit.name,
            KINDS[ComplaintKind(each.kind)][0],
            _written(each.received_at, zone),
            STATES[ComplaintState(each.state)][0],
            replies[-1].text if replies else "",
            _written(each.answered_at, zone),
        ]


def _written(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S") if moment else ""
