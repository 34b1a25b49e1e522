"""The manual of an indicator (A.1.3): written and taken out while the plan is a draft or returned."""

from dataclasses import asdict, dataclass
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.manual_enums import ControlLevel, ReportingPeriod
from pembina.domain.performance.manual_refusals import ManualElsewhereError, ManualIncompleteError
from pembina.domain.performance.models import Indicator, IndicatorManual
from pembina.domain.performance.operations.plan_access import editable


@dataclass(frozen=True, slots=True)
class ManualTold:
    """A manual before it is kept; all empty means none."""

    aim: str = ""
    definition: str = ""
    formula: str = ""
    control: str = ""
    reporting: str = ""


def write_manual(*, indicator: Indicator, told: ManualTold, by: User, at: datetime) -> None:
    """Write what an indicator means, or take it out where nothing is told.

    Raises ``ManualElsewhereError`` on the forms of others, ``ManualIncompleteError``.
    """
    told = ManualTold(**{name: words.strip() for name, words in asdict(told).items()})
    with one_event():
        plan = editable(indicator.goal.plan, actor=by)
        kept = Indicator.objects.get(pk=indicator.pk, goal__plan=plan)
        form = PlanForm(plan.form)
        if not form.is_top:
            raise ManualElsewhereError
        before = IndicatorManual.objects.filter(indicator=kept)
        changes = {"manual": (str(before.first() or ""), told.aim)}
        if any(asdict(told).values()):
            _require_whole(told, with_formula=form.is_quantitative)
            IndicatorManual.objects.update_or_create(indicator=kept, defaults=asdict(told))
        else:
            before.delete()
        record("write_manual", on=plan, by=by, at=at, changes=changes)


def _require_whole(told: ManualTold, *, with_formula: bool) -> None:
    is_known = told.control in ControlLevel.values and told.reporting in ReportingPeriod.values
    if not (told.aim and told.definition and is_known) or (with_formula and not told.formula):
        raise ManualIncompleteError(with_formula=with_formula)
