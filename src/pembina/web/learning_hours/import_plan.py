"""A file of earlier learning: what it would do, shown and carried by the visitor until it is applied."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.domain.development.hours_refusals import OwnReportError
from pembina.domain.development.learning_plan import Earlier, LearningPlan
from pembina.domain.development.models import LearningImport
from pembina.domain.people.models import Person
from pembina.exchange.learning import CellFinding, HistoryFile, HistoryRow
from pembina.web.components.formatting import in_language, number
from pembina.web.learning_hours.present import form_names, jp
from pembina.web.uploads import opened, sealed
from pembina.web.uploads.file_words import moment

PURPOSE = "learning_hours.import"
MOST_CARRIED = 5_000
"""A year of a large regency; a longer file is divided, for the visitor carries it from the look to the import."""
MOST_SHOWN, MOST_FINDINGS = 20, 200
STRUCTURAL = 1
OWN = OwnReportError()
NO_FORM = (
    Text(id="Bentuk pengembangan tidak dikenal.", en="The form of development is not known."),
    Text(id="Isi jenisDiklatId, 1 sampai 25.", en="Fill in jenisDiklatId, 1 to 25."),
)
NO_DAYS = (
    Text(id="Tanggalnya tidak ada; tahun saja tidak cukup.", en="The days are missing; the year alone is not enough."),
    Text(id="Isi tanggal mulai dan selesai seperti pada sertifikat.", en="Fill in both days as on the certificate."),
)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding."""

    row: str
    column: str
    value: str
    reason: str
    remedy: str
    is_refusal: bool


@dataclass(frozen=True, slots=True)
class NewRow:
    """One thing that would be written."""

    person: str
    title: str
    form: str
    hours: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What is shown before anything is written."""

    name: str
    counts: list[tuple[str, str]]
    rows: list[NewRow]
    findings: list[FindingRow]
    private: str
    may_apply: bool


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file that was brought in."""

    pk: int
    name: str
    when: str
    counts: str
    is_undone: bool


def earlier_of(file: HistoryFile, *, by: Person | None) -> tuple[list[Earlier], list[CellFinding]]:
    """Return the rows that the ledger can take from `by`, and all findings with those of rows that it cannot."""
    rows, findings = [], list(file.findings)
    for row in file.rows:
        form = row.form or (STRUCTURAL if row.structural_id else None)
        if by is not None and int(row.person) == by.pk:
            findings.append(CellFinding(row.row, "nip", by.nip, OWN.message, OWN.remedy))
        elif form is None:
            findings.append(CellFinding(row.row, "jenisDiklatId", "", *NO_FORM))
        elif row.first_day is None:
            findings.append(CellFinding(row.row, "tanggalKursus", str(row.year), *NO_DAYS))
        else:
            rows.append(_earlier(row, form, row.first_day))
    return rows, findings


def _earlier(row: HistoryRow, form: int, first: date) -> Earlier:
    return Earlier(
        row=row.row, person=int(row.person), form=form, title=row.title[:200], organiser=row.organiser[:200],
        number=row.number[:100], hours=row.hours, first_day=first, last_day=row.last_day or first,
    )  # fmt: skip


def refused_in(findings: Iterable[CellFinding]) -> int:
    return len({found.row for found in findings if found.is_refusal})


def carried(file: HistoryFile, rows: Iterable[Earlier], refused: int) -> str:
    """Return the rows as text that only this installation could have sealed."""
    told = [[str(value) for value in asdict(row).values()] for row in rows]
    return sealed({"name": file.name, "sha256": file.sha256, "rows": told, "refused": refused}, purpose=PURPOSE)


def uncarried(text: str) -> tuple[dict[str, Any], list[Earlier]]:
    """Return name, digest and rows; raises ``BrokenSealError``."""
    told: dict[str, Any] = opened(text, purpose=PURPOSE)
    rows = [
        Earlier(
            int(row), int(person), int(form), title, organiser, paper, Decimal(hours), date.fromisoformat(first),
            date.fromisoformat(last),
        )
        for row, person, form, title, organiser, paper, hours, first, last in told["rows"]
    ]  # fmt: skip
    return told, rows


def plan_page(file: HistoryFile, plan: LearningPlan, findings: list[CellFinding], *, on: date) -> PlanPage:
    names, people = form_names(on), _names([row.person for row in plan.new[:MOST_SHOWN]])
    return PlanPage(
        name=file.name,
        counts=[
            (_("Baris dibaca"), number(file.row_count)), (_("Baru"), number(len(plan.new))),
            (_("Sudah tercatat"), number(plan.same)), (_("Ditolak"), number(plan.refused)),
        ],
        rows=[
            NewRow(people.get(row.person, ""), row.title, names.get(row.form, str(row.form)), jp(row.hours))
            for row in plan.new[:MOST_SHOWN]
        ],
        findings=finding_rows(findings),
        private=", ".join(file.private),
        may_apply=bool(plan.new) and len(plan.new) + plan.same <= MOST_CARRIED,
    )  # fmt: skip


def finding_rows(findings: Iterable[CellFinding]) -> list[FindingRow]:
    """The first findings in the order of the file."""
    ordered = sorted(findings, key=lambda found: found.row)[:MOST_FINDINGS]
    return [
        FindingRow(
            str(found.row), found.column, found.value, in_language(found.reason), in_language(found.remedy),
            found.is_refusal,
        )
        for found in ordered
    ]  # fmt: skip


def import_rows(imports: Iterable[LearningImport]) -> list[ImportRow]:
    return [
        ImportRow(
            one.pk, one.file_name, moment(one.at),
            _("%(added)s baru, %(same)s sama, %(refused)s ditolak")
            % {"added": number(one.added), "same": number(one.same), "refused": number(one.refused)},
            one.undone_at is not None,
        )
        for one in imports
    ]  # fmt: skip


def _names(people: list[int]) -> dict[int, str]:
    return {person.pk: person.titled_name for person in Person.objects.filter(pk__in=people)}
