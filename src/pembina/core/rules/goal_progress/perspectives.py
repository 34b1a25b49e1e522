"""The four perspectives (perspektif) that the results of a top official cover together. Nothing is blocked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.formula import PACKAGE
from pembina.core.text import Text


class Perspective(StrEnum):
    """What a result of such a plan is seen from."""

    RECIPIENTS = "recipients"
    PROCESSES = "processes"
    STRENGTHENING = "strengthening"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class PerspectiveFinding:
    """Perspectives that no result of a plan has; `required` are those without which the regulation wants no plan."""

    missing: tuple[Perspective, ...]
    required: tuple[Perspective, ...]
    article: str
    certainty: Certainty
    because: Text


def perspectives(*, on: date) -> dict[Perspective, Text]:
    """Return the perspectives in force on a day with their words; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["perspectives"]["known"]
    return {Perspective(row["key"]): Text(id=row["id"], en=row["en"]) for row in rows}


def missing_perspectives(*, present: Iterable[Perspective], on: date) -> PerspectiveFinding | None:
    """Return which perspectives a plan lacks; None where it has all four. Raises ``NotInForceError``."""
    told = parameters_in_force(PACKAGE, on=on)["perspectives"]
    covered, known = set(present), perspectives(on=on)
    missing = tuple(perspective for perspective in known if perspective not in covered)
    if not missing:
        return None
    musts = {Perspective(row["key"]) for row in told["known"] if row["required"]}
    required = tuple(perspective for perspective in missing if perspective in musts)
    return PerspectiveFinding(
        missing, required, told["article"], Certainty(told["certainty"]), _because(known, missing, required)
    )


def _because(
    known: dict[Perspective, Text], missing: tuple[Perspective, ...], required: tuple[Perspective, ...]
) -> Text:
    lacks = Text(
        id=f"Belum ada hasil kerja untuk perspektif: {', '.join(known[one].id for one in missing)}.",
        en=f"No result for the perspective: {', '.join(known[one].en for one in missing)}.",
    )
    if not required:
        return lacks
    return Text(
        id=f"{lacks.id} Harus ada dalam setiap SKP ini: {', '.join(known[one].id for one in required)}.",
        en=f"{lacks.en} Every such plan must have: {', '.join(known[one].en for one in required)}.",
    )
