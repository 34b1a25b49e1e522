"""What a catalogue file would change, as its page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.services.catalogue_intake import Change, Finding, Plan, Step
from pembina.domain.services.components import StandardContent, content_of
from pembina.exchange.service_catalogue.columns import COLUMNS
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.public_services.differences import differences

SHOWN = 200
LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row of the file that changes something."""

    row: str
    name: str
    code: str
    unit: str
    changes: str
    starts_on: str
    components: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row that is left out."""

    row: str
    column: str
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class PlanShown:
    """What would change, what would not, and what is wrong."""

    counts: list[tuple[str, str]]
    steps: list[StepRow]
    findings: list[FindingRow]
    more_steps: str
    more_findings: str
    unknown: str


def present_plan(plan: Plan, *, unknown: list[str]) -> PlanShown:
    changing = plan.changing
    return PlanShown(
        counts=[
            (_("Akan berubah"), number(len(changing))),
            (_("Sudah sama"), number(len(plan.steps) - len(changing))),
            (_("Dilewati karena keliru"), number(len(plan.findings))),
        ],
        steps=[step_row(step) for step in changing[:SHOWN]],
        findings=[finding_row(finding) for finding in plan.findings[:SHOWN]],
        more_steps=more(len(changing)),
        more_findings=more(len(plan.findings)),
        unknown=", ".join(unknown),
    )


def step_row(step: Step) -> StepRow:
    words = {
        Change.OPENS: _("layanan baru"),
        Change.RENAMES: _("nama baru"),
        Change.SETS: _("standar baru"),
        Change.CORRECTS: _("standar dibetulkan"),
        Change.NOTHING: _("tidak ada"),
    }
    before = content_of(step.standard) if step.standard else StandardContent()
    changed = differences(before, step.content) if step.content else []
    return StepRow(
        row=number(step.row),
        name=step.name,
        code=step.code,
        unit=step.unit.name,
        changes=", ".join(words[change] for change in step.changes),
        starts_on=day(step.starts_on) if step.content else MISSING,
        components=", ".join(item.label for item in changed) or MISSING,
    )


def finding_row(finding: Finding) -> FindingRow:
    return FindingRow(
        row=number(finding.row),
        column=COLUMNS.get(finding.field, finding.field),
        value=finding.value[:LONGEST_VALUE] or MISSING,
        said=f"{in_language(finding.message)} {in_language(finding.remedy)}",
    )


def more(count: int) -> str:
    return _("Dan %(count)s baris lagi.") % {"count": number(count - SHOWN)} if count > SHOWN else ""
