"""A programme is planned, with its outcome and all four levels of evaluation, and told differently later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pembina.core.text import Text
from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import (
    EvaluationLevel,
    FundingSource,
    OutcomeDirection,
    OutcomeFigure,
    ProgrammeState,
)
from pembina.domain.development.models import Curriculum, EvaluationPlan, Programme
from pembina.domain.development.models.programmes import (
    FIRST_MONTH_OF_BEHAVIOUR,
    LAST_MONTH_OF_BEHAVIOUR,
)
from pembina.domain.development.population import Population
from pembina.domain.development.programme_refusals import (
    BudgetError,
    ElementError,
    EvaluationMissingError,
    EvaluationMonthsError,
    FrozenError,
    ProgrammeCodeTakenError,
    ProgrammeDatesError,
    WavesOutsideError,
)
from pembina.domain.development.refusals import WrongStepError
from pembina.domain.people.models import Person
from pembina.domain.services.models import PublicService

TOLD = (
    "code", "title", "purpose", "sector", "owner", "outcome_figure", "outcome_element", "outcome_direction", "budget",
    "funding", "starts_on", "ends_on",
)  # fmt: skip
# Agreed on at approval: what is to move, which way, and how it will be judged.
FROZEN = ("outcome_figure", "outcome_element", "outcome_direction")
EDITABLE = (ProgrammeState.DRAFT, ProgrammeState.APPROVED, ProgrammeState.RUNNING)
EVERYBODY = Population()
TIMES = (OutcomeFigure.MEDIAN_TIME, OutcomeFigure.P90_TIME)


@dataclass(frozen=True, slots=True)
class Judging:
    """How one level is judged; `months_after` as in `EvaluationPlan`."""

    level: EvaluationLevel
    months_after: int
    method: str
    responsible: Person


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """All that is told about a programme. `evaluation` holds each of the four levels once."""

    code: str
    title: str
    purpose: str
    sector: str
    owner: Person
    outcome_figure: OutcomeFigure
    outcome_direction: OutcomeDirection
    funding: FundingSource
    starts_on: date
    ends_on: date
    evaluation: tuple[Judging, ...]
    outcome_element: int | None = None
    services: Sequence[PublicService] = ()
    curricula: Sequence[Curriculum] = ()
    population: Population = EVERYBODY
    budget: Decimal | None = None


def doubts(plan: ProgrammePlan) -> list[Text]:
    """Return what looks like a slip although it may be meant: a direction that would make the service worse."""
    wanted = OutcomeDirection.DOWN if plan.outcome_figure in TIMES else OutcomeDirection.UP
    if plan.outcome_direction == wanted:
        return []
    if wanted is OutcomeDirection.DOWN:
        return [
            Text(
                id="Arahnya naik: waktu layanan akan menjadi lebih lama. Biasanya waktu hendak diturunkan.",
                en="The direction is up: the service would take longer. Usually times are to go down.",
            )
        ]
    return [
        Text(
            id="Arahnya turun: bagian tepat waktu atau kepuasan akan berkurang. Biasanya hendak dinaikkan.",
            en="The direction is down: fewer on time or less satisfaction. Usually these are to go up.",
        )
    ]


def plan_programme(*, plan: ProgrammePlan, by: User, at: datetime) -> Programme:
    """Keep a draft with its four levels of evaluation; raises what `programme_refusals` names for a plan."""
    _check(plan)
    made = Programme(population=plan.population.told, made_by=by, made_at=at, **_told(plan))
    with one_event():
        _require_free_code(plan)
        made.save()
        made.services.set(plan.services)
        made.curricula.set(plan.curricula)
        EvaluationPlan.objects.bulk_create(_judgings(made, plan))
        changes: Changes = {name: ("", value) for name, value in _words(plan).items() if value}
        record("plan_programme", on=made, by=by, at=at, changes=changes, created=True)
    return made


def edit_programme(*, programme: Programme, plan: ProgrammePlan, by: User, at: datetime) -> None:
    """Tell it differently; what is frozen since the approval must stay.

    Raises what `plan_programme` raises, ``FrozenError``, ``WavesOutsideError`` and ``WrongStepError``.
    """
    _check(plan)
    with one_event():
        kept = locked_programme(programme, *EDITABLE)
        _require_free_code(plan, than=kept)
        changes = _changed(kept, plan)
        if kept.state != ProgrammeState.DRAFT and (moved := _frozen_among(changes)):
            raise FrozenError(moved)
        _require_waves_within(kept, plan)
        for name, value in _told(plan).items():
            setattr(kept, name, value)
        kept.population = plan.population.told
        kept.save(update_fields=[*TOLD, "population"])
        kept.services.set(plan.services)
        kept.curricula.set(plan.curricula)
        if "evaluation_plans" in changes:
            kept.evaluation_plans.all().delete()
            EvaluationPlan.objects.bulk_create(_judgings(kept, plan))
        record("edit_programme", on=kept, by=by, at=at, changes=changes)


def locked_programme(programme: Programme, *states: ProgrammeState) -> Programme:
    """Return the row, locked; raises ``WrongStepError`` where it is in none of the states."""
    kept = Programme.objects.select_for_update(of=("self",)).select_related("owner").get(pk=programme.pk)
    if kept.state not in states:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _check(plan: ProgrammePlan) -> None:
    if plan.ends_on < plan.starts_on:
        raise ProgrammeDatesError(plan.starts_on, plan.ends_on)
    is_element = plan.outcome_figure == OutcomeFigure.SATISFACTION_ELEMENT
    if is_element != (plan.outcome_element is not None):
        raise ElementError
    if plan.budget and plan.funding == FundingSource.NONE:
        raise BudgetError
    levels = sorted(one.level for one in plan.evaluation)
    if levels != sorted(EvaluationLevel.values):
        raise EvaluationMissingError(sorted(set(EvaluationLevel.values) - set(levels)) or levels)
    for one in plan.evaluation:
        _check_months(one)


def _check_months(one: Judging) -> None:
    if one.level == EvaluationLevel.BEHAVIOUR:
        first, last = FIRST_MONTH_OF_BEHAVIOUR, LAST_MONTH_OF_BEHAVIOUR
        if not first <= one.months_after <= last:
            raise EvaluationMonthsError(one.level, first, last)
    if one.level == EvaluationLevel.RESULTS and one.months_after < 1:
        raise EvaluationMonthsError(one.level, 1, None)


def _require_free_code(plan: ProgrammePlan, *, than: Programme | None = None) -> None:
    taken = Programme.objects.filter(code__iexact=plan.code).exclude(pk=than.pk if than else 0).first()
    if taken is not None:
        raise ProgrammeCodeTakenError(plan.code, taken.title)


def _require_waves_within(programme: Programme, plan: ProgrammePlan) -> None:
    for wave in programme.waves.all():
        if not plan.starts_on <= wave.due_on <= plan.ends_on:
            raise WavesOutsideError(wave.number, wave.due_on)


def _judgings(programme: Programme, plan: ProgrammePlan) -> list[EvaluationPlan]:
    return [
        EvaluationPlan(
            programme=programme, level=one.level, months_after=one.months_after, method=one.method,
            responsible=one.responsible,
        )
        for one in plan.evaluation
    ]  # fmt: skip


def _told(plan: ProgrammePlan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in TOLD}


def _frozen_among(changes: Changes) -> list[str]:
    return [name for name in (*FROZEN, "services", "evaluation_plans") if name in changes]


def _words(plan: ProgrammePlan) -> dict[str, str]:
    """Return a plan as an event tells it: words only, lists in an order of their own."""
    told = {name: _word(getattr(plan, name)) for name in TOLD}
    lists = {
        "services": ", ".join(sorted(service.code for service in plan.services)),
        "curricula": ", ".join(sorted(course.code for course in plan.curricula)),
        "population": _filter_word(plan.population),
        "evaluation_plans": "; ".join(
            f"{one.level}: {one.months_after} · {one.method} · {one.responsible.name}"
            for one in sorted(plan.evaluation, key=lambda one: one.level)
        ),
    }
    return told | lists


def _word(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Person):
        return value.name
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _filter_word(population: Population) -> str:
    told = population.told.items()
    return "; ".join(f"{name}: {', '.join(map(str, v)) if isinstance(v, list) else v}" for name, v in told)


def plan_of(programme: Programme) -> ProgrammePlan:
    """Return a programme as a plan, so that the two can be compared."""
    evaluation = tuple(
        Judging(EvaluationLevel(one.level), one.months_after, one.method, one.responsible)
        for one in programme.evaluation_plans.select_related("responsible")
    )
    return ProgrammePlan(
        **{name: getattr(programme, name) for name in TOLD}, evaluation=evaluation,
        services=list(programme.services.all()), curricula=list(programme.curricula.all()),
        population=Population.of(programme.population),
    )  # fmt: skip


def _changed(programme: Programme, plan: ProgrammePlan) -> Changes:
    before, after = _words(plan_of(programme)), _words(plan)
    return {name: (before[name], after[name]) for name in after if before[name] != after[name]}
