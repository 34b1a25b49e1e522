"""What a file of SP4N-LAPOR! would do: new complaints, known ones that went on there, and rows that are refused.

A known complaint only ever goes forward: what officers did here is never taken back by an older file, and its text,
unit and sorting stay as they are here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.complaint_enums import ComplaintState, MessageKind
from pembina.domain.services.complaint_rows import LaporFinding, LaporRow
from pembina.domain.services.models import Complaint, ComplaintMessage

ORDER = (
    ComplaintState.RECEIVED,
    ComplaintState.TRIAGED,
    ComplaintState.IN_PROGRESS,
    ComplaintState.ANSWERED,
    ComplaintState.CLOSED,
    ComplaintState.DECLINED,
)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`added` and `changed` are what would be written; `same` rows say nothing new."""

    added: tuple[tuple[LaporRow, Unit], ...]
    changed: tuple[tuple[LaporRow, Complaint], ...]
    same: int
    findings: tuple[LaporFinding, ...]

    @property
    def refused(self) -> int:
        return len({found.row for found in self.findings if found.is_refusal})


def plan_import(
    rows: Iterable[LaporRow], *, earlier: Iterable[LaporFinding], otherwise: Unit | None, actor: User, on: date
) -> ImportPlan:
    """Say what `rows` would do in the reach of `actor`.

    An agency is found by the name or code of a unit; `otherwise` takes those that are not. `earlier` are the findings
    of the reading.
    """
    told = list(rows)
    reached = list(units_reached_by(actor, Permission.ANSWER_COMPLAINTS, on=on).order_by("pk"))
    units = {written(unit.name): unit for unit in reached} | {written(unit.code): unit for unit in reached}
    known, answered = _known(told), _answers(told)
    added, changed, findings, same, seen = [], [], list(earlier), 0, dict[str, int]()
    inside = {unit.pk for unit in reached}
    for row in told:
        before = known.get(row.tracking_id)
        unit = units.get(written(row.agency)) or otherwise
        if row.tracking_id in seen:
            findings.append(_twice(row, seen[row.tracking_id]))
        elif before is not None and before.unit_id not in inside:
            findings.append(_elsewhere(row))
        elif before is None and unit is None:
            findings.append(_no_unit(row))
        elif before is None and unit is not None:
            added.append((row, unit))
        elif before is not None and goes_forward(row, before, answered):
            changed.append((row, before))
        else:
            same += 1
        seen.setdefault(row.tracking_id, row.row)
    return ImportPlan(tuple(added), tuple(changed), same, tuple(sorted(findings, key=lambda found: found.row)))


def goes_forward(row: LaporRow, before: Complaint, answered: set[tuple[int, str]]) -> bool:
    """Say whether a row tells more than is on record: a later state, or an answer that is not there yet."""
    further = ORDER.index(row.state) > ORDER.index(ComplaintState(before.state)) and before.state not in (
        ComplaintState.CLOSED, ComplaintState.DECLINED
    )  # fmt: skip
    return further or (bool(row.answer) and before.is_open and (before.pk, row.answer) not in answered)


def written(name: str) -> str:
    """Return a name as it is compared: without capitals and doubled spaces."""
    return " ".join(name.casefold().split())


def _known(rows: list[LaporRow]) -> dict[str, Complaint]:
    found: dict[str, Complaint] = {}
    numbers = [row.tracking_id for row in rows]
    for start in range(0, len(numbers), AT_ONCE):
        some = Complaint.objects.filter(tracking_id__in=numbers[start : start + AT_ONCE]).select_related("unit")
        found |= {complaint.tracking_id: complaint for complaint in some}
    return found


def _answers(rows: list[LaporRow]) -> set[tuple[int, str]]:
    """Return the replies on record to the complaints of a file, each with the number of its complaint."""
    found: set[tuple[int, str]] = set()
    numbers = [row.tracking_id for row in rows if row.answer]
    for start in range(0, len(numbers), AT_ONCE):
        some = ComplaintMessage.objects.filter(
            kind=MessageKind.REPLY, complaint__tracking_id__in=numbers[start : start + AT_ONCE]
        )
        found |= set(some.values_list("complaint_id", "text"))
    return found


def _twice(row: LaporRow, first: int) -> LaporFinding:
    return LaporFinding(
        row.row,
        "tracking_id",
        row.tracking_id,
        Text(id=f"ID ini sudah ada pada baris {first}.", en=f"This ID stands in row {first} already."),
        Text(id="Hapus salah satu barisnya.", en="Remove one of the rows."),
    )


def _elsewhere(row: LaporRow) -> LaporFinding:
    return LaporFinding(
        row.row,
        "tracking_id",
        row.tracking_id,
        Text(
            id="Pengaduan ini ada di unit yang tidak Anda tangani.", en="This complaint lies with a unit out of reach."
        ),
        Text(id="Minta koordinator layanan mengimpornya.", en="Ask the service coordinator to import it."),
    )


def _no_unit(row: LaporRow) -> LaporFinding:
    return LaporFinding(
        row.row,
        "agency",
        row.agency,
        Text(
            id="Instansi ini bukan nama atau kode unit yang Anda tangani.",
            en="This agency is neither name nor code of a unit in your reach.",
        ),
        Text(
            id="Tulis nama unitnya seperti di Pembina, atau pilih unit untuk instansi yang tidak dikenal.",
            en="Write the name of the unit as Pembina has it, or choose a unit for agencies that are not known.",
        ),
    )
