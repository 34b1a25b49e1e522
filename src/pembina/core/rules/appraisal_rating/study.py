"""What a grade average (IPK) means for somebody who studies on duty (tugas belajar): guidance for the rater.

Grades are printed with two decimals; more are rounded half up before they are compared, so that none falls between two
bands.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any, Literal

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import PACKAGE, Predicate, predicate_step
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

Accreditation = Literal["A", "B", "C"]
_HUNDREDTH = Decimal("0.01")


class StudyLevel(StrEnum):
    """First degree (S-1), or a profession, master or doctorate (profesi, S-2, S-3)."""

    BACHELOR = "bachelor"
    POSTGRADUATE = "postgraduate"


@dataclass(frozen=True, slots=True)
class StudyGuidance:
    """What the guidance says about a grade average."""

    predicate: Predicate
    grade: Decimal
    article: str
    certainty: Certainty
    because: Text


def study_guidance(
    *,
    level: StudyLevel,
    grade: Decimal,
    university: Accreditation | Literal["abroad"],
    programme: Accreditation | None,
    on: date,
) -> StudyGuidance:
    """Return the predicate that the guidance gives for a grade average from 0 to 4.

    Parameters
    ----------
    university, programme : accreditations; `programme` is None for a study abroad

    Raises
    ------
    NotInForceError : before the first version
    UnusableRatingError : no grade average, a float, or accreditations that the guidance does not name
    """
    told = parameters_in_force(PACKAGE, on=on)["study"]
    counted = _counted(grade, Decimal(told["highest"]))
    row = _row(told["rows"], level, university, programme)
    names = ("very_good", "good", "needs_improvement")
    found = Predicate(next((name for name in names if counted >= Decimal(row[name])), told["below_all"]))
    label = predicate_step(found, on=on).label
    because = Text(
        id=f"IPK {str(counted).replace('.', ',')}: menurut panduan, {label.id}. Penilai yang memutuskan.",
        en=f"A grade average of {counted}: by the guidance, {label.en}. The rater decides.",
    )
    article = told["abroad"] if university == "abroad" else told["article"]
    return StudyGuidance(found, counted, article, Certainty(told["certainty"]), because)


def _counted(grade: Decimal, highest: Decimal) -> Decimal:
    if not isinstance(grade, Decimal) or not grade.is_finite() or not 0 <= grade <= highest:
        raise refusals.no_grade(grade, highest)
    return grade.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def _row(rows: list[dict[str, Any]], level: StudyLevel, university: str, programme: str | None) -> dict[str, Any]:
    for row in rows:
        is_named = programme is None if university == "abroad" else programme in row["programmes"]
        if (row["level"], row["university"]) == (level, university) and is_named:
            return row
    raise refusals.no_row(level, university, programme)
