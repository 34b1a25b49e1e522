"""All that is locked with a design, as one canonical text: anybody can take its SHA-256 and compare.

Nothing in it is a number of the database: units, services and the programme stand by their codes, people by name and
capacity. Keys of the object:

- ``format``: ``pembina-design-1``; ``evaluation``, ``programme`` {code, title, purpose, sector}, ``version``
- ``outcomes``: [{position, role, name, figure, element, direction, services, unit, smallest_effect, tolerated}], with
  numbers as text, ``services`` empty where all of the units count, ``unit`` in what the figure is given; and where
  what raters think decides, ``judged_because``
- ``reach``, ``comparison``, ``window`` {first, last}: first days of months
- ``units``: [{code, name, wave, planned_month, stratum}], ``wave`` null where the unit stays out
- ``order``: {kind: random, mixed, reasoned or none; seed, reason} of the waves, and where they were drawn ``lot``
  {units: {code: stratum}, groups, out: [codes], starts: [days]}: what they were drawn from
- ``joined`` of a joint evaluation alone: both programmes as ``programme`` tells one; ``planned_month`` is then the
  first of both
- ``computation``: {draws, seed, confidence, correction}
- ``decision``: {rule, source, decides_on}, ``signers``: [{name, capacity}]
- ``warnings``: [{code, message, names}] that were read, ``why_changed`` and ``known_then`` of a later version
- ``locked``: {by, at}
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pembina.core.text import Text
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.models import User
from pembina.domain.development.enums import WaveOrder
from pembina.domain.development.models import Programme, WavePlan
from pembina.domain.impact.design_data import OutcomeData
from pembina.domain.impact.design_warning import DesignWarning
from pembina.domain.impact.design_words import effect_unit
from pembina.domain.impact.joint_words import FIRST_OF_TWO
from pembina.domain.impact.lots import lot_told, off_the_lot
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.queries.design_units import PlannedUnit

FORMAT = "pembina-design-1"
CONFIDENCE = "0.95"
MIXED = "mixed"


def content_of(
    design: EvaluationDesign,
    units: Sequence[PlannedUnit],
    data: Sequence[OutcomeData],
    warnings: Sequence[DesignWarning],
    *,
    by: User,
    at: datetime,
) -> str:
    """Return the canonical text of a draft as it is about to be locked."""
    programme = design.evaluation.programme
    told: dict[str, Any] = {
        "format": FORMAT,
        "evaluation": design.evaluation.title,
        "programme": _programme(programme),
        "version": design.version,
        "outcomes": [_outcome(one) for one in data],
        "reach": design.reach,
        "comparison": design.comparison,
        "window": {"first": design.first_month.isoformat(), "last": design.last_month.isoformat()},
        "units": [_unit(one) for one in units],
        "order": _order(design, units),
        "computation": {
            "draws": design.draws, "seed": design.seed, "confidence": CONFIDENCE, "correction": design.correction,
        },
        "decision": {
            "rule": design.decision_rule, "source": design.rule_source, "decides_on": design.decides_on.isoformat(),
        },
        "signers": [
            {"name": one.user.display_name, "capacity": one.capacity} for one in design.signers.select_related("user")
        ],
        "warnings": [
            {"code": one.code, "message": _both(one.message), "names": list(one.names)} for one in warnings
        ],
        "why_changed": design.why_changed,
        "known_then": design.known_then,
        "locked": {"by": by.display_name, "at": at.astimezone(UTC).isoformat(timespec="seconds")},
    }  # fmt: skip
    if design.evaluation.is_joint:
        told["joined"] = [_programme(one) for one in design.evaluation.programmes]
    return canonical(told)


def digest_of(content: str) -> str:
    """Return the SHA-256 of a content."""
    return sha256(content.encode()).hexdigest()


def _outcome(data: OutcomeData) -> dict[str, Any]:
    outcome: DesignOutcome = data.outcome
    told: dict[str, Any] = {
        "position": outcome.position,
        "role": outcome.role,
        "name": _both(data.name),
        "figure": outcome.figure,
        "element": outcome.element,
        "direction": outcome.direction,
        "services": sorted(service.code for service in outcome.services.all()),
        "unit": _both(effect_unit(data.unit)),
        "smallest_effect": _number(outcome.smallest_effect),
        "tolerated": _number(outcome.tolerated),
    }
    return told | ({"judged_because": outcome.judged_because} if outcome.judged_because else {})


def _unit(one: PlannedUnit) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "wave": one.wave,
        "planned_month": one.planned_month.isoformat() if one.planned_month else None,
        "stratum": one.stratum,
    }


def _programme(programme: Programme) -> dict[str, str]:
    return {
        "code": programme.code, "title": programme.title, "purpose": programme.purpose, "sector": programme.sector,
    }  # fmt: skip


def _order(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> dict[str, Any]:
    """Return how the order came about; only where all units are where the lot put them may it carry the conclusion.

    The first of two starts is nobody's lot, even where both orders were drawn.
    """
    if design.evaluation.is_joint:
        return {"kind": MIXED, "seed": "", "reason": FIRST_OF_TWO.id}
    plan = WavePlan.objects.filter(programme=design.evaluation.programme_id).first()
    if plan is None:
        return {"kind": "none", "seed": "", "reason": ""}
    is_mixed = plan.order == WaveOrder.RANDOM and off_the_lot(plan, {one.code: one.wave for one in units})
    lot = lot_told(plan)
    told = {"kind": MIXED if is_mixed else plan.order, "seed": plan.seed, "reason": plan.reason}
    return told | ({"lot": lot} if lot else {})


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
