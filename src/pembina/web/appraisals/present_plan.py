"""The results that were agreed, beside the form in which they are rated."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.performance.enums import GoalKind
from pembina.web.components.formatting import MISSING


@dataclass(frozen=True, slots=True)
class GoalShown:
    """One result with its indicators in a line each."""

    words: str
    kind: str
    indicators: list[str]


def plan_shown(plan: dict[str, Any] | None) -> list[GoalShown]:
    """Return the results of a plan; none where there is no plan."""
    return [
        GoalShown(goal["words"], str(GoalKind(goal["kind"]).label), [_line(each) for each in goal["indicators"]])
        for goal in (plan or {"goals": []})["goals"]
    ]


def _line(indicator: dict[str, Any]) -> str:
    told = {"words": indicator["words"], "target": indicator["target"] or MISSING}
    found = indicator["realisation"] or indicator["evidence"] or _("belum dilaporkan")
    return _("%(words)s: target %(target)s, realisasi %(found)s") % (told | {"found": found})
