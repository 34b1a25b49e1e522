"""The designs of the demonstration, locked before the first wave: three waves are judged, the fourth waits for it.

`lock_design` refuses a programme whose waves have begun, as it must. What it would have written down at that time is
written here instead, with the same content, hash and seal.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.demonstration.courses import Course
from pembina.domain.impact.demonstration.places import LAST_WAVE, Places, month_of, moved
from pembina.domain.impact.design_content import content_of, digest_of
from pembina.domain.impact.design_data import data_of
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.enums import Capacity, DesignFigure, DesignState, EvaluationState, OutcomeRole, UnitReach
from pembina.domain.impact.models import DesignUnit, Evaluation, EvaluationDesign
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome, put_signer
from pembina.domain.impact.operations.designs import edit_design
from pembina.domain.impact.operations.evaluations import open_evaluation
from pembina.domain.impact.operations.locking import rows_of
from pembina.domain.impact.queries.design_units import PlannedUnit

OPENED, LOCKED = -323, -321
SEED = 20_260_701
# No design is older than the first rule on decisions.
FIRST_RULE = date(2026, 1, 1)
DAYS_TO_DECIDE = 10


@dataclass(frozen=True, slots=True)
class People:
    """The accounts of those who act."""

    evaluator: User
    owner: User
    head: User


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the demonstration around today."""

    on: date

    def noon(self, days: int) -> datetime:
        """Return midday in the west of Indonesia, some days from today."""
        return datetime.combine(max(self.on + timedelta(days=days), FIRST_RULE), time(5), tzinfo=UTC)


def write_design(course: Course, places: Places, people: People, days: Days, *, draws: int) -> Evaluation:
    """Write one evaluation with its locked design."""
    opened, by = days.noon(OPENED), people.evaluator
    evaluation = open_evaluation(
        programme=places.programme, title=course.title, smallest_effect=places.truth.smallest, by=by, at=opened
    )
    # The seed of a design is drawn; that of the demonstration is fixed, so that every start shows the same figures.
    evaluation.designs.update(seed=SEED)
    design = evaluation.designs.get()
    last = places.month(places.observed - 1)
    edit_design(
        design=design, by=by, at=opened,
        terms={
            "reach": UnitReach.ALONE.value, "draws": draws, "first_month": places.first, "last_month": last,
            "decides_on": max(moved(last, 1), days.on + timedelta(days=DAYS_TO_DECIDE if not course.action else -5)),
        },
    )  # fmt: skip
    _put_outcomes(design, places, by, opened)
    put_signer(design=design, user=people.head, capacity=Capacity.HEAD_OF_REGION, by=by, at=opened)
    _lock(design, places, by, days.noon(LOCKED))
    evaluation.refresh_from_db()
    return evaluation


def _put_outcomes(design: EvaluationDesign, places: Places, by: User, at: datetime) -> None:
    programme, primary = places.programme, design.outcomes.get()
    plan = OutcomePlan(
        OutcomeRole.PRIMARY, DesignFigure(programme.outcome_figure), OutcomeDirection(programme.outcome_direction),
        services=places.services, smallest_effect=places.truth.smallest,
    )  # fmt: skip
    put_outcome(design=design, plan=plan, outcome=primary, by=by, at=at)


def _lock(design: EvaluationDesign, places: Places, by: User, at: datetime) -> None:
    """Lock as `lock_design` does, with the units of the fourth wave among those that wait."""
    with one_event():
        kept = EvaluationDesign.objects.select_related("evaluation__programme").get(pk=design.pk)
        units = _units(places)
        DesignUnit.objects.bulk_create(rows_of(kept, units))
        data = data_of(kept, units, at=at)
        kept.content = content_of(kept, units, data, warnings_of(kept, at=at, data=data), by=by, at=at)
        kept.digest, kept.state = digest_of(kept.content), DesignState.LOCKED
        kept.locked_by, kept.locked_at = by, at
        kept.save(update_fields=["content", "digest", "state", "locked_by", "locked_at"])
        Evaluation.objects.filter(pk=kept.evaluation_id).update(state=EvaluationState.LOCKED)
        changes = {"version": ("", str(kept.version)), "digest": ("", kept.digest)}
        record("lock_design", on=kept, by=by, at=at, changes=changes)
        sealed = {"evaluation": kept.evaluation.title, "programme": places.programme.code, "version": kept.version,
                  "digest": kept.digest}  # fmt: skip
        seal(kind=ChainKind.DESIGN_LOCKED, subject=kept, content=sealed, by=by, at=at)


def _units(places: Places) -> list[PlannedUnit]:
    """Return the units of the first three waves, then those of the fourth, which wait for what is found."""
    plan = places.programme.wave_plan
    strata: dict[str, str] = plan.lot.get("units", {})
    members = WaveUnit.objects.filter(programme=places.programme).select_related("unit", "wave")
    return [
        PlannedUnit(member.unit, stratum=strata.get(member.unit.code, ""))
        if member.wave.number == LAST_WAVE
        else PlannedUnit(
            member.unit, member.wave.number, month_of(member.wave.planned_on), strata.get(member.unit.code, "")
        )
        for member in members.order_by("wave__number", "unit__code")
    ]
