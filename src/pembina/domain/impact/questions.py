"""What is asked of the data: read from what was locked, never from records that may have changed since."""

import json
from collections.abc import Mapping
from typing import Any

from pembina.core.effect.frozen_study import FORMAT, question_from
from pembina.core.effect.question import Question
from pembina.core.text import Text
from pembina.domain.development.models import WavePlan
from pembina.domain.impact.design_content import CONFIDENCE, MIXED
from pembina.domain.impact.design_words import name_of, unit_of
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.queries.design_units import units_of

NO_ORDER = "none"


def question_of(design: EvaluationDesign, outcome: DesignOutcome, strata: Mapping[str, str]) -> Question:
    """Return the question about one outcome of a draft or a locked design; `strata` by the code of the unit."""
    asked = _asked(design) | {"units": [{"code": code, "stratum": stratum} for code, stratum in strata.items()]}
    return question_from(asked, _outcome(outcome))


def asked_of(design: EvaluationDesign) -> dict[str, Any]:
    """Return the locked object of a design, as `core.effect.frozen_study` takes it.

    Of a draft, and of a design whose text has another format, the same from its records.
    """
    told: dict[str, Any] = json.loads(design.content) if design.content else {}
    if told.get("format") == FORMAT:
        return told
    return _asked(design) | {
        "outcomes": [_outcome(outcome) for outcome in design.outcomes.prefetch_related("services")],
        "units": [{"code": one.code, "stratum": one.stratum} for one in units_of(design)],
    }


def _asked(design: EvaluationDesign) -> dict[str, Any]:
    plan = WavePlan.objects.filter(programme=design.evaluation.programme_id).first()
    kind = MIXED if design.evaluation.is_joint else plan.order if plan else NO_ORDER
    return {
        "comparison": design.comparison,
        "order": {"kind": kind},
        "computation": {
            "draws": design.draws, "seed": design.seed, "confidence": CONFIDENCE, "correction": design.correction,
        },
    }  # fmt: skip


def _outcome(outcome: DesignOutcome) -> dict[str, Any]:
    smallest = outcome.smallest_effect
    return {
        "position": outcome.position, "role": outcome.role, "name": _both(name_of(outcome)),
        "direction": outcome.direction, "unit": _both(unit_of(outcome)),
        "smallest_effect": None if smallest is None else str(smallest),
    }  # fmt: skip


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}
