"""Rounds of the survey, the counters where it is asked, and their one-time codes."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from secrets import choice
from typing import Any

from django.db.models import Q

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.codes import hash_of, new_code
from pembina.domain.services.enums import ElementOrder, SurveyWeight
from pembina.domain.services.models import CounterCode, PublicService, SurveyPeriod, SurveyPlace
from pembina.domain.services.models.surveys import TOKEN_LENGTH
from pembina.domain.services.survey_refusals import (
    AnswersOutsideError,
    CodesExpiredError,
    PeriodReversedError,
    PeriodsOverlapError,
    PlaceTakenError,
    ServiceOfOtherUnitError,
)

# No vowels and nothing that looks alike: no word comes about, and an address can be typed from a poster.
TOKEN_LETTERS = "23456789bcdfghjkmnpqrstvwxz"  # noqa: S105
MOST_CODES = 500


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """What a round is; without services it covers all of the unit and the units below it."""

    title: str
    opens_on: date
    closes_on: date
    population: int | None = None
    weight: SurveyWeight = SurveyWeight.EXACT
    order: ElementOrder = ElementOrder.REGULATION
    services: tuple[PublicService, ...] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of a period that hold it."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "services"}


def plan_survey(*, unit: Unit, plan: PeriodPlan, by: User | None, at: datetime) -> SurveyPeriod:
    """Let a unit ask from one day to another.

    Raises
    ------
    PeriodReversedError, ServiceOfOtherUnitError
    PeriodsOverlapError : an answer could belong to two rounds of the unit
    """
    with one_event():
        Unit.objects.select_for_update().get(pk=unit.pk)
        _check(plan, unit, without=None)
        period = SurveyPeriod.objects.create(unit=unit, **plan.columns)
        period.services.set(plan.services)
        changes = _differences({}, _told(period, plan.services))
        record("plan_survey", on=period, by=by, at=at, changes=changes, created=True)
    return period


def edit_survey(*, period: SurveyPeriod, plan: PeriodPlan, by: User | None, at: datetime) -> SurveyPeriod:
    """Change a round; stored answers must stay within its days. Raises what `plan_survey` does.

    Raises ``AnswersOutsideError`` where stored answers would fall out of it.
    """
    with one_event():
        kept = SurveyPeriod.objects.select_for_update().get(pk=period.pk)
        _check(plan, kept.unit, without=kept)
        outside = kept.responses.filter(Q(answered_on__lt=plan.opens_on) | Q(answered_on__gt=plan.closes_on)).count()
        if outside:
            raise AnswersOutsideError(outside)
        before = _told(kept, kept.services.order_by("pk"))
        for name, value in plan.columns.items():
            setattr(kept, name, value)
        kept.save()
        kept.services.set(plan.services)
        changes = _differences(before, _told(kept, plan.services))
        record("edit_survey", on=kept, by=by, at=at, changes=changes)
    return kept


def close_survey(*, period: SurveyPeriod, by: User | None, at: datetime) -> SurveyPeriod:
    """Let today be the last day, where it would have come later.

    Raises ``PeriodReversedError`` for a round that has not begun.
    """
    today = local_date(at)
    if period.opens_on > today:
        raise PeriodReversedError
    with one_event():
        kept = SurveyPeriod.objects.select_for_update().get(pk=period.pk)
        before = kept.closes_on
        kept.closes_on = min(before, today)
        kept.save(update_fields=["closes_on"])
        changes = {"closes_on": (before.isoformat(), kept.closes_on.isoformat())}
        record("close_survey", on=kept, by=by, at=at, changes=changes)
    return kept


def open_place(
    *, unit: Unit, name: str, service: PublicService | None, needs_code: bool, by: User | None, at: datetime
) -> SurveyPlace:
    """Set up a counter with an address of its own; raises ``PlaceTakenError``, ``ServiceOfOtherUnitError``."""
    with one_event():
        Unit.objects.select_for_update().get(pk=unit.pk)
        _check_place(unit, name, service, without=None)
        token = "".join(choice(TOKEN_LETTERS) for _ in range(TOKEN_LENGTH))
        place = SurveyPlace.objects.create(
            unit=unit, name=name, service=service, needs_code=needs_code, token=token, made_at=at
        )
        record("open_place", on=place, by=by, at=at, changes={"name": ("", name)}, created=True)
    return place


def edit_place(
    *,
    place: SurveyPlace,
    name: str,
    service: PublicService | None,
    needs_code: bool,
    is_active: bool,
    by: User | None,
    at: datetime,
) -> SurveyPlace:
    """Rename a counter, change what is asked there, or take it out of use; its QR code stays the same."""
    with one_event():
        kept = SurveyPlace.objects.select_for_update(of=("self",)).get(pk=place.pk)
        _check_place(kept.unit, name, service, without=kept)
        said = {"name": name, "service": service, "needs_code": needs_code, "is_active": is_active}
        changes = {
            column: (str(getattr(kept, column) or ""), str(value or ""))
            for column, value in said.items()
            if getattr(kept, column) != value
        }
        for column, value in said.items():
            setattr(kept, column, value)
        kept.save()
        record("edit_place", on=kept, by=by, at=at, changes=changes)
    return kept


def make_codes(*, place: SurveyPlace, number: int, expires_on: date, by: User | None, at: datetime) -> list[str]:
    """Make codes to hand out at a counter and return them; nobody can see them a second time.

    Raises ``CodesExpiredError``.
    """
    if expires_on < local_date(at):
        raise CodesExpiredError
    codes = [new_code() for _ in range(min(number, MOST_CODES))]
    rows = [
        CounterCode(place=place, code_hash=hash_of(code), made_by=by, made_at=at, expires_on=expires_on)
        for code in codes
    ]
    with one_event():
        CounterCode.objects.bulk_create(rows)
        record("make_codes", on=place, by=by, at=at, changes={"codes": ("", str(len(codes)))})
    return codes


def withdraw_codes(*, place: SurveyPlace, by: User | None, at: datetime) -> int:
    """Make all unused codes of a counter worthless, where a sheet was lost; return how many."""
    with one_event():
        unused = CounterCode.objects.filter(place=place, used_on__isnull=True, expires_on__gte=local_date(at))
        number = unused.update(expires_on=date(2000, 1, 1))
        record("withdraw_codes", on=place, by=by, at=at, changes={"codes": (str(number), "0")})
    return number


def note_answers_taken(*, period: SurveyPeriod, rows: int, filters: str, by: User, at: datetime) -> None:
    """Write down that somebody takes the anonymous answers of a round along."""
    with one_event():
        changes = {"responses": ("", str(rows)), "filters": ("", filters)}
        record("export_responses", on=period, by=by, at=at, changes=changes)


def plan_of(period: SurveyPeriod) -> PeriodPlan:
    """Return what a round is, to change a part of it with `dataclasses.replace`."""
    names = [each.name for each in fields(PeriodPlan) if each.name != "services"]
    plan = PeriodPlan(**{name: getattr(period, name) for name in names})
    return replace(plan, services=tuple(period.services.order_by("pk")))


def _check(plan: PeriodPlan, unit: Unit, *, without: SurveyPeriod | None) -> None:
    if plan.closes_on < plan.opens_on:
        raise PeriodReversedError
    _require_own(unit, plan.services)
    others = SurveyPeriod.objects.filter(unit=unit, opens_on__lte=plan.closes_on, closes_on__gte=plan.opens_on)
    if without is not None:
        others = others.exclude(pk=without.pk)
    for other in others.prefetch_related("services"):
        theirs = {service.pk for service in other.services.all()}
        if not theirs or not plan.services or theirs & {service.pk for service in plan.services}:
            raise PeriodsOverlapError(other.title)


def _check_place(unit: Unit, name: str, service: PublicService | None, *, without: SurveyPlace | None) -> None:
    _require_own(unit, (service,) if service else ())
    same = SurveyPlace.objects.filter(unit=unit, name=name)
    if (same if without is None else same.exclude(pk=without.pk)).exists():
        raise PlaceTakenError(name)


def _require_own(unit: Unit, services: Collection[PublicService]) -> None:
    below = UnitAncestry.objects.filter(ancestor=unit, descendant__in=[service.unit_id for service in services])
    if below.count() != len({service.unit_id for service in services}):
        raise ServiceOfOtherUnitError


def _told(period: SurveyPeriod, services: Any) -> dict[str, str]:
    columns = ("title", "opens_on", "closes_on", "population", "weight", "order")
    said = {name: str(getattr(period, name) if getattr(period, name) is not None else "") for name in columns}
    return said | {"services": ", ".join(service.code for service in services)}


def _differences(before: dict[str, str], after: dict[str, str]) -> Changes:
    return {name: (before.get(name, ""), value) for name, value in after.items() if before.get(name, "") != value}
