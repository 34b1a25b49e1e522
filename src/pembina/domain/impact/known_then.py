"""What was known when a locked design was changed: months of data, waves begun, and what runs had found."""

from datetime import datetime
from typing import Any

from pembina.domain.access.audit import local_date
from pembina.domain.development.models import Wave
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import Evaluation, EvaluationDesign, EvaluationRun
from pembina.domain.impact.whole_months import month_of, months_between


def known_of(evaluation: Evaluation, since: EvaluationDesign, *, at: datetime) -> dict[str, Any]:
    """Return what can be told of a change to `since`, the version locked before, as plain data.

    ``{"locked_on", "changed_on", "months_of_data", "waves": [{"number", "started_on"}], "runs": [{"number",
    "finished_on", "data_until", "verdict", "label": {"id", "en"}, "estimate", "low", "high", "unit"}]}``; a run whose
    primary outcome was refused has no verdict. `months_of_data` counts months since the first month of the lock.
    """
    today = local_date(at)
    locked = local_date(since.locked_at) if since.locked_at else today
    begun = Wave.objects.filter(programme__in=evaluation.programme_numbers, started_on__lte=today).order_by("number")
    runs = EvaluationRun.objects.filter(evaluation=evaluation, state=RunState.DONE).order_by("number")
    return {
        "locked_on": locked.isoformat(),
        "changed_on": today.isoformat(),
        "months_of_data": months_between(month_of(locked), month_of(today)),
        "waves": [
            {"number": wave.number, "started_on": wave.started_on.isoformat()} for wave in begun if wave.started_on
        ],
        "runs": [_run(run) for run in runs],
    }


def _run(run: EvaluationRun) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": run.number,
        "finished_on": local_date(run.finished_at).isoformat() if run.finished_at else None,
        "data_until": run.data_until.isoformat(),
    }
    outcomes = run.result.get("outcomes", [])
    primary = next((one for one in outcomes if one["role"] == "primary"), None)
    found = primary["planned"] if primary else None
    if not primary or not found:
        return told | {"verdict": None}
    headline, verdict = found["id"]["headline"], found["id"]["verdict"]
    return told | {
        "verdict": verdict["code"],
        "label": {language: found[language]["verdict"]["label"] for language in ("id", "en")},
        "estimate": headline["estimate"], "low": headline["ci_low"], "high": headline["ci_high"],
        "unit": primary["unit"],
    }  # fmt: skip
