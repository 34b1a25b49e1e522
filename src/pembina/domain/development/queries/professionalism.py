"""What is on record for the index of professionalism (IP ASN) of a person, and for the credit points of a position.

Records of learning prove that somebody learned, never that somebody did not: what was learned before Pembina may not be
in them. So a part of competence for which nothing is found stays unknown. Neither is the leadership course of the own
level or the functional course of the own position told apart in them, nor is discipline recorded at all: both stay
unknown, and the rule shows the range.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import Predicate
from pembina.core.rules.credit_points import (
    CreditNeed,
    CreditPoints,
    Step,
    credit_need,
    credit_points,
    level_named,
)
from pembina.core.rules.professionalism_index import (
    Course,
    Dimension,
    PositionKind,
    ProfessionalismIndex,
    Training,
    professionalism_index,
)
from pembina.domain.development.enums import RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.enums import PositionKind as HeldKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.queries import main_assignments
from pembina.domain.performance.queries.results import annual_result

TECHNICAL = (3, 8)
"""Forms of SIASN: diklat teknis and bimbingan teknis."""
OTHER = (4, 7, 9, 10, 11, 12, 16, 17)
"""Workshop, sosialisasi, seminar, magang, kursus, penataran, e-learning and distance learning."""
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class CreditSimulation:
    """What the result of last year gives in a functional position, and what the next steps need."""

    position: str
    points: CreditPoints
    needs: tuple[CreditNeed, ...]


def index_of(person: Person, *, on: date) -> ProfessionalismIndex:
    """Simulate the index of a person from what is on record; what is not is shown as missing."""
    held = main_assignments(on).filter(person=person).first()
    kind = PositionKind(held.position_kind) if held else None
    return _index(person, kind, _training(person, kind, on), on)


def credit_of(person: Person, *, on: date) -> CreditSimulation | None:
    """Return what the result of last year gives; None where it, or the level of the functional position, is unknown.

    The level is that of the last day of that year, read from the words of the position.
    """
    last_year = on.year - 1
    last_day = date(last_year, 12, 31)
    result = annual_result(person, year=last_year)
    held = Assignment.objects.filter(in_force_on(last_day), person=person, kind=AssignmentKind.MAIN).first()
    if result is None or held is None or held.position_kind != HeldKind.FUNCTIONAL:
        return None
    level = level_named(held.position, on=last_day)
    if level is None:
        return None
    predicate = Predicate(result.predicate)
    points = credit_points(level=level, predicate=predicate, months=MONTHS_OF_A_YEAR, on=last_day)
    needs = tuple(credit_need(level=level, step=step, held=None, on=last_day) for step in Step)
    return CreditSimulation(held.position, points, needs)


def _index(person: Person, kind: PositionKind | None, training: Training | None, on: date) -> ProfessionalismIndex:
    result = annual_result(person, year=on.year - 1)
    return professionalism_index(
        status="pns" if person.status == "pns" else "pppk",
        position=kind,
        education=person.education or None,
        training=training,
        performance=Predicate(result.predicate) if result else None,
        punishments=None,
        on=on,
    )


def _training(person: Person, kind: PositionKind | None, on: date) -> Training:
    """Return what is found of each part; None where the records do not show that it is met."""
    technical, other = _courses(person, TECHNICAL, on), _courses(person, OTHER, on)
    return Training(
        own_course=None,
        technical=technical if _is_met(Training((), technical, ()), kind, on) else None,
        other=other if _is_met(Training((), (), other), kind, on) else None,
    )


def _is_met(training: Training, kind: PositionKind | None, on: date) -> bool:
    """Ask the rule itself whether training gives points; without a kind of position it must do so in every one."""
    told = {"status": "pns", "education": None, "performance": None, "punishments": None, "on": on}
    for each in [kind] if kind else PositionKind:
        index = professionalism_index(position=each, training=training, **told)  # type: ignore[arg-type]
        if not next(part for part in index.parts if part.dimension is Dimension.COMPETENCE).lowest:
            return False
    return True


def _courses(person: Person, forms: Sequence[int], on: date) -> list[Course]:
    counted = LearningRecord.objects.filter(person=person, state=RecordState.COUNTED, form__in=forms, last_day__lte=on)
    rows = counted.order_by("last_day", "pk").values_list("last_day", "hours")
    return [Course(ended=ended, hours=hours) for ended, hours in rows]
