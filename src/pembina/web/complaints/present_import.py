"""What a file of SP4N-LAPOR! would do, and what was brought in before."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.services.complaint_plan import ImportPlan
from pembina.domain.services.complaint_rows import LaporFile, LaporFinding
from pembina.domain.services.models import ComplaintImport
from pembina.exchange.complaints.columns import COLUMNS
from pembina.web.complaints.present_public import moment_in_words
from pembina.web.components.formatting import in_language, number

MOST_FINDINGS, MOST_ROWS, MOST_IMPORTS = 100, 20, 20


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as a line of the table."""

    row: str
    column: str
    value: str
    reason: str
    remedy: str
    is_refusal: bool


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One complaint that would be written."""

    tracking_id: str
    title: str
    unit: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What is shown before anything is written."""

    name: str
    counts: list[tuple[str, str]]
    rows: list[PlannedRow]
    more: str
    findings: list[FindingRow]
    more_findings: str
    notes: list[str]
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


def present_plan(file: LaporFile, plan: ImportPlan) -> PlanPage:
    rows = _planned(plan)
    return PlanPage(
        name=file.name,
        counts=[
            (_("Baru"), number(len(plan.added))),
            (_("Berubah"), number(len(plan.changed))),
            (_("Sudah ada"), number(plan.same)),
            (_("Baris ditolak"), number(plan.refused)),
        ],
        rows=rows[:MOST_ROWS],
        more=_more(len(rows), MOST_ROWS),
        findings=[_finding(found) for found in plan.findings[:MOST_FINDINGS]],
        more_findings=_more(len(plan.findings), MOST_FINDINGS),
        notes=[in_language(note) for note in file.notes],
        private=", ".join(file.private),
        may_apply=bool(rows),
    )


def imports_of(actor: User) -> list[ImportRow]:
    """Return the latest files that the visitor brought in."""
    found = ComplaintImport.objects.filter(by=actor).order_by("-at", "-pk")[:MOST_IMPORTS]
    told = _("%(added)d baru, %(changed)d berubah, %(same)d sudah ada, %(refused)d ditolak")
    return [
        ImportRow(
            pk=batch.pk,
            name=batch.file_name,
            when=moment_in_words(timezone.localtime(batch.at)),
            counts=told % {name: getattr(batch, name) for name in ("added", "changed", "same", "refused")},
            is_undone=batch.undone_at is not None,
        )
        for batch in found
    ]


def _planned(plan: ImportPlan) -> list[PlannedRow]:
    new = [
        PlannedRow(row.tracking_id, row.title or row.text[:60], unit.name, "", str(row.state.label))
        for row, unit in plan.added
    ]
    going_on = [
        PlannedRow(row.tracking_id, row.title, before.unit.name, str(before.get_state_display()), str(row.state.label))
        for row, before in plan.changed
    ]
    return new + going_on


def _finding(found: LaporFinding) -> FindingRow:
    return FindingRow(
        row=number(found.row),
        column=COLUMNS[found.column][0] if found.column in COLUMNS else found.column,
        value=found.value,
        reason=in_language(found.reason),
        remedy=in_language(found.remedy),
        is_refusal=found.is_refusal,
    )


def _more(count: int, shown: int) -> str:
    return _("dan %(count)s lagi") % {"count": number(count - shown)} if count > shown else ""
