"""A round is made as a draft, published with its criteria, and from then on only moves on or is withdrawn."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.career.award_refusals import (
    AwardDaysError,
    AwardLockedError,
    AwardOutOfReachError,
    AwardStepError,
    GuardBoundError,
    JuryTooSmallError,
    NoCriterionError,
    RelationMissingReasonError,
    WindowOpenError,
    WindowPastError,
)
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardKind, AwardState
from pembina.domain.career.letters import Occasion, tell
from pembina.domain.career.models import Award, AwardCriterion
from pembina.domain.career.models.awards import FEWEST_MEMBERS
from pembina.domain.career.permissions import awards_run_by, runs_all
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by


@dataclass(frozen=True, slots=True)
class AwardTold:
    """What a draft says."""

    title: str
    purpose: str
    kind: AwardKind
    evidence: str
    opens_on: date
    closes_on: date
    decides_on: date
    unit: Unit | None = None
    guard: str = ""
    tolerated: Decimal | None = None
    places: int = 1
    fewest_scores: int = FEWEST_MEMBERS
    national_code: int | None = None


def make_award(*, told: AwardTold, by: User, at: datetime, follows: Award | None = None) -> Award:
    """Make a draft.

    Raises
    ------
    AwardOutOfReachError, AwardDaysError, GuardBoundError
    """
    with one_event():
        _require_usable(told, by, on=local_date(at))
        made = Award.objects.create(**_fields(told), follows=follows, made_by=by, made_at=at)
        record("make_award", on=made, by=by, at=at, changes={"title": ("", made.title)}, created=True)
    return made


def edit_award(*, award: Award, told: AwardTold, by: User, at: datetime) -> None:
    """Change a draft; raises as `make_award`, and ``AwardLockedError`` once it is published."""
    with one_event():
        kept = draft_of(award, by, at=at)
        _require_usable(told, by, on=local_date(at))
        fields = _fields(told)
        changes = {
            name: (str(getattr(kept, name) or ""), str(value or ""))
            for name, value in fields.items()
            if getattr(kept, name) != value
        }
        Award.objects.filter(pk=kept.pk).update(**fields)
        record("edit_award", on=kept, by=by, at=at, changes=changes)


def add_criterion(
    *, award: Award, name: str, judged_by: str, weight: int | None, by: User, at: datetime
) -> AwardCriterion:
    """Add a criterion to a draft; without `weight` it is a condition. Raises ``AwardLockedError``."""
    with one_event():
        kept = draft_of(award, by, at=at)
        last = kept.criteria.order_by("-position").values_list("position", flat=True).first() or 0
        made = AwardCriterion.objects.create(
            award=kept, position=last + 1, name=name.strip(), judged_by=judged_by.strip(), weight=weight
        )
        record("add_criterion", on=made, by=by, at=at, changes={"name": ("", made.name)}, created=True)
    return made


def remove_criterion(*, criterion: AwardCriterion, by: User, at: datetime) -> None:
    """Take a criterion out of a draft; raises ``AwardLockedError``."""
    with one_event():
        kept = draft_of(criterion.award, by, at=at)
        record("remove_criterion", on=kept, by=by, at=at, changes={"name": (criterion.name, "")})
        criterion.delete()


def open_award(*, award: Award, by: User, at: datetime) -> None:
    """Publish the criteria and lock the round; what was published is sealed.

    Raises
    ------
    AwardLockedError, NoCriterionError, WindowPastError
    """
    with one_event():
        kept = draft_of(award, by, at=at)
        criteria = list(kept.criteria.order_by("position"))
        if not any(not one.is_condition for one in criteria):
            raise NoCriterionError
        if kept.closes_on < local_date(at):
            raise WindowPastError(kept.closes_on)
        _moved(kept, AwardState.OPEN, opened_at=at)
        record("open_award", on=kept, by=by, at=at, changes=_states(AwardState.DRAFT, kept))
        seal(kind=ChainKind.AWARD_OPENED, subject=kept, content=published_content(kept, criteria), by=by, at=at)


def renew_award(*, award: Award, days: tuple[date, date, date], by: User, at: datetime) -> Award:
    """Make a draft of another round with the same text and criteria; `days` are opening, closing and decision."""
    opens, closes, decides = days
    kept = {name: getattr(award, name) for name in AwardTold.__slots__ if not name.endswith("_on")}
    told = AwardTold(**kept, opens_on=opens, closes_on=closes, decides_on=decides)
    with one_event():
        _require_run(award, by, at=at)
        made = make_award(told=told, by=by, at=at, follows=award)
        for each in award.criteria.order_by("position"):
            add_criterion(award=made, name=each.name, judged_by=each.judged_by, weight=each.weight, by=by, at=at)
    return made


def begin_judging(*, award: Award, by: User, at: datetime) -> None:
    """Hand the nominations to the jury once the window has closed; nobody joins the jury afterwards.

    Raises
    ------
    AwardStepError, WindowOpenError, JuryTooSmallError
    """
    with one_event():
        kept = running_of(award, by, at=at, states=(AwardState.OPEN,))
        if local_date(at) <= kept.closes_on:
            raise WindowOpenError(kept.closes_on)
        count, fewest = kept.jury.count(), max(FEWEST_MEMBERS, kept.fewest_scores)
        if count < fewest:
            raise JuryTooSmallError(count, fewest)
        _moved(kept, AwardState.JUDGING)
        tell(Occasion.JUDGING_BEGUN, _awaited(kept, on=local_date(at)))
        record("begin_judging", on=kept, by=by, at=at, changes=_states(AwardState.OPEN, kept))


def withdraw_award(*, award: Award, reason: str, by: User, at: datetime) -> None:
    """Withdraw a round that is not decided; everybody who could read it reads the reason.

    Raises
    ------
    AwardStepError, RelationMissingReasonError
    """
    if not reason.strip():
        raise RelationMissingReasonError
    with one_event():
        kept = running_of(award, by, at=at, states=(AwardState.DRAFT, AwardState.OPEN, AwardState.JUDGING))
        before = AwardState(kept.state)
        _moved(kept, AwardState.WITHDRAWN, withdrawn_reason=reason.strip())
        record("withdraw_award", on=kept, by=by, at=at, changes=_states(before, kept), why=kept.withdrawn_reason)


def published_content(award: Award, criteria: list[AwardCriterion]) -> dict[str, Any]:
    """Return what is locked: all that a reader can hold the decision against."""
    names = ("title", "purpose", "kind", "evidence", "guard", "places", "fewest_scores")
    days = {name: getattr(award, name).isoformat() for name in ("opens_on", "closes_on", "decides_on")}
    return {name: getattr(award, name) for name in names} | days | {
        "unit": award.unit.code if award.unit else "",
        "tolerated": str(award.tolerated) if award.tolerated is not None else "",
        "criteria": [[one.name, one.judged_by, one.weight] for one in criteria],
    }  # fmt: skip


def draft_of(award: Award, by: User, *, at: datetime) -> Award:
    """Return the draft as it stands, locked; raises ``AwardLockedError`` where it is none any more."""
    kept = _locked(award)
    _require_run(kept, by, at=at)
    if kept.state != AwardState.DRAFT:
        raise AwardLockedError
    return kept


def running_of(award: Award, by: User, *, at: datetime, states: tuple[AwardState, ...]) -> Award:
    """Return a round as it stands, locked, that `by` runs; raises ``AwardStepError`` in any other state."""
    kept = _locked(award)
    _require_run(kept, by, at=at)
    if kept.state not in states:
        raise AwardStepError(str(kept.get_state_display()))
    return kept


def _awaited(award: Award, *, on: date) -> set[int]:
    """Return the jurors who have something to judge."""
    conflicts = Conflicts(award, on=on)
    standing = [one for one in conflicts.nominations if one.stands]
    return {juror.person_id for one in standing for juror in conflicts.free_jurors(one)}


def _locked(award: Award) -> Award:
    return Award.objects.select_for_update(of=("self",)).select_related("unit").get(pk=award.pk)


def _require_run(award: Award, by: User, *, at: datetime) -> None:
    if not awards_run_by(by, on=local_date(at)).filter(pk=award.pk).exists():
        raise AwardOutOfReachError


def _require_usable(told: AwardTold, by: User, *, on: date) -> None:
    reached = runs_all(by, on=on) if told.unit is None else _reaches(by, told.unit, on=on)
    if not reached:
        raise AwardOutOfReachError
    if not told.opens_on <= told.closes_on < told.decides_on:
        raise AwardDaysError
    if bool(told.guard) != (told.tolerated is not None) or (told.tolerated or 0) < 0:
        raise GuardBoundError


def _reaches(by: User, unit: Unit, *, on: date) -> bool:
    """Say whether `by` makes awards of a unit."""
    return units_reached_by(by, Permission.MANAGE_STAFF, on=on).filter(pk=unit.pk).exists()


def _fields(told: AwardTold) -> dict[str, Any]:
    return {name: getattr(told, name) for name in AwardTold.__slots__}


def _moved(award: Award, state: AwardState, **fields: Any) -> None:
    award.state = state
    for name, value in fields.items():
        setattr(award, name, value)
    award.save(update_fields=["state", *fields])


def _states(before: AwardState, award: Award) -> dict[str, tuple[str, str]]:
    return {"state": (str(before.label), str(AwardState(award.state).label))}
