"""A file of checks and medals: what it would do, shown and carried by the visitor until it is applied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.career.enums import MedalKey
from pembina.domain.career.models import RecordImport
from pembina.domain.career.record_plan import ReadRecord, RecordPlan
from pembina.domain.people.models import Person
from pembina.exchange.learning import CellFinding
from pembina.exchange.service_records import RecordFile
from pembina.exchange.service_records.taking import refused_in
from pembina.web.components.formatting import day, number
from pembina.web.recognition.present_medals import discipline_word, leave_word
from pembina.web.uploads import opened, sealed
from pembina.web.uploads.file_words import moment
from pembina.web.uploads.findings import FindingRow, finding_rows

PURPOSE, REPORT = "recognition.import", "recognition.report"
MOST_CARRIED, MOST_SHOWN = 20_000, 20


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One check or one medal that would be written."""

    person: str
    what: str
    when: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What is shown before anything is written."""

    name: str
    counts: list[tuple[str, str]]
    rows: list[WrittenRow]
    findings: list[FindingRow]
    finding_count: str
    private: str
    may_apply: bool
    is_too_long: bool


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file that was brought in."""

    pk: int
    name: str
    when: str
    counts: str
    is_undone: bool


def carried(file: RecordFile, rows: Iterable[ReadRecord], refused: int) -> str:
    """Return the rows as text that only this installation could have sealed."""
    told = [row.told for row in rows]
    return sealed({"name": file.name, "sha256": file.sha256, "rows": told, "refused": refused}, purpose=PURPOSE)


def uncarried(text: str) -> tuple[dict[str, Any], list[ReadRecord]]:
    """Return name, digest and rows; raises ``BrokenSealError``."""
    told: dict[str, Any] = opened(text, purpose=PURPOSE)
    return told, [ReadRecord.of(row) for row in told["rows"]]


def plan_page(file: RecordFile, plan: RecordPlan, findings: Sequence[CellFinding]) -> PlanPage:
    shown = [(_check, one) for one in plan.checks[:MOST_SHOWN]] + [(_medal, one) for one in plan.medals[:MOST_SHOWN]]
    people = _names({one.row.person for _word, one in shown})
    is_too_long = len(file.rows) > MOST_CARRIED
    return PlanPage(
        name=file.name,
        counts=[
            (_("Baris dibaca"), number(file.row_count)), (_("Baru"), number(plan.added)),
            (_("Berubah"), number(plan.changed)), (_("Sudah tercatat"), number(plan.same)),
            (_("Ditolak"), number(refused_in(findings))),
        ],
        rows=[WrittenRow(people.get(one.row.person, ""), *word(one.row), one.is_change) for word, one in shown],
        findings=finding_rows(findings),
        finding_count=number(len(findings)),
        private=", ".join(file.private),
        may_apply=plan.does_anything and not is_too_long,
        is_too_long=is_too_long,
    )  # fmt: skip


def import_rows(imports: Iterable[RecordImport]) -> list[ImportRow]:
    return [
        ImportRow(
            one.pk, one.file_name, moment(one.at),
            _("%(added)s baru, %(changed)s berubah, %(same)s sama, %(refused)s ditolak")
            % {name: number(getattr(one, name)) for name in ("added", "changed", "same", "refused")},
            one.undone_at is not None,
        )
        for one in imports
    ]  # fmt: skip


def _check(row: ReadRecord) -> tuple[str, str]:
    said = {"discipline": discipline_word(row.discipline), "leave": leave_word(row.leave)}
    return _("Disiplin: %(discipline)s; CLTN: %(leave)s") % said, day(row.checked_on)


def _medal(row: ReadRecord) -> tuple[str, str]:
    return str(MedalKey(row.medal).label), day(row.awarded_on)


def _names(people: set[int]) -> dict[int, str]:
    return {person.pk: person.titled_name for person in Person.objects.filter(pk__in=people)}
