"""The appraisals of a period are made for everybody at once, and their snapshots renewed where nobody rated yet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from pembina.domain.access.audit import Known, Touched, local_date, one_event, record_many
from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.snapshots import Taken, old_rater_stays, posts_in_scope, snapshot_day, snapshots

AT_ONCE = 500
Progress = Callable[[int, int], None]
SNAPSHOT = ("unit_id", "led_unit_id", "rater_id", "superior_id", "by_head_of_region", "plan_id", "snapshot")


@dataclass(frozen=True, slots=True)
class Renewal:
    """One appraisal whose snapshot is no longer what the register says."""

    appraisal: Appraisal
    taken: Taken
    rater_stays: bool


def make_appraisals(
    *, period: EvaluationPeriod, by: User | None, at: datetime, progress: Progress = lambda done, total: None
) -> dict[str, int]:
    """Make the appraisals that are still missing, some hundreds at a time; done twice it changes nothing.

    Returns how many were made, how many of those are exempt, and how many were there before.
    """
    on = local_date(at)
    day = snapshot_day(period, on=on)
    there = Appraisal.objects.filter(period=period)
    before = there.count()
    wanted = posts_in_scope(day).exclude(person__in=there.values("person"))
    numbers = list(wanted.order_by("pk").values_list("pk", flat=True))
    made = exempt = 0
    for done, posts in _pieces(numbers):
        with one_event():
            added = add_appraisals(snapshots(posts, period, day=day, on=on), period, by=by, at=at)
        made += len(added)
        exempt += sum(each.state == AppraisalState.EXEMPT for each in added)
        progress(done, len(numbers))
    return {"made": made, "exempt": exempt, "before": before}


def add_appraisals(taken: list[Taken], period: EvaluationPeriod, *, by: User | None, at: datetime) -> list[Appraisal]:
    """Write the appraisals of some snapshots, each with its event; within the one event of whoever calls."""
    made = Appraisal.objects.bulk_create(Appraisal(period=period, **_columns(each)) for each in taken)
    subjects = [_touched(one, each, created=True) for one, each in zip(made, taken, strict=True)]
    record_many("make_appraisal", subjects=subjects, by=by, at=at, known=Appraisal)
    return made


def renewals(period: EvaluationPeriod, *, on: date) -> list[Renewal]:
    """Return the appraisals not yet rated whose person, unit, rater or plan has changed since, for a preview."""
    day = snapshot_day(period, on=on)
    found: list[Renewal] = []
    open_ones = Appraisal.objects.filter(period=period, state=AppraisalState.NEW)
    numbers = list(
        posts_in_scope(day).filter(person__in=open_ones.values("person")).order_by("pk").values_list("pk", flat=True)
    )
    for _done, posts in _pieces(numbers):
        people = [post.person_id for post in posts]
        known = {each.person_id: each for each in open_ones.filter(person__in=people).select_related("period")}
        taken = snapshots(posts, period, day=day, on=on)
        found += [_renewal(known[each.person], each, on) for each in taken if _differs(known[each.person], each)]
    return found


def renew_snapshots(*, period: EvaluationPeriod, by: User, at: datetime) -> int:
    """Renew the snapshots that a preview shows; return how many. What is rated keeps its own."""
    on = local_date(at)
    changed = [each for each in renewals(period, on=on) if not each.rater_stays]
    with one_event():
        kept = Appraisal.objects.select_for_update().filter(state=AppraisalState.NEW)
        still = set(kept.filter(pk__in=[each.appraisal.pk for each in changed]).values_list("pk", flat=True))
        changed = [each for each in changed if each.appraisal.pk in still]
        for each in changed:
            for name, value in _columns(each.taken).items():
                setattr(each.appraisal, name, value)
            each.appraisal.version += 1
        Appraisal.objects.bulk_update([each.appraisal for each in changed], [*_names(), "version", "state"], AT_ONCE)
        subjects = [_touched(each.appraisal, each.taken, created=False) for each in changed]
        record_many("renew_snapshot", subjects=subjects, by=by, at=at, known=Appraisal)
    return len(changed)


def _pieces(numbers: Sequence[int]) -> Iterator[tuple[int, list[Assignment]]]:
    for first in range(0, len(numbers), AT_ONCE):
        some = numbers[first : first + AT_ONCE]
        posts: QuerySet[Assignment] = Assignment.objects.filter(pk__in=some)
        yield first + len(some), list(posts.select_related("person", "unit").order_by("pk"))


def _columns(taken: Taken) -> dict[str, Any]:
    state = AppraisalState.NEW if taken.duty.applies else AppraisalState.EXEMPT
    return {
        "person_id": taken.person, "unit_id": taken.unit, "led_unit_id": taken.led_unit, "rater_id": taken.rater,
        "superior_id": taken.superior, "by_head_of_region": taken.by_head_of_region, "plan_id": taken.plan,
        "snapshot": taken.told, "state": state.value,
    }  # fmt: skip


def _names() -> list[str]:
    return [name.removesuffix("_id") for name in SNAPSHOT]


def _touched(appraisal: Appraisal, taken: Taken, *, created: bool) -> Touched:
    rater = (taken.told["rater"] or {}).get("name", "")
    known = Known(Appraisal, appraisal.pk, f"{taken.called}, {appraisal.period.label}", taken.nip)
    return Touched(known, {"rater": ("", rater)}, created=created)


def _differs(appraisal: Appraisal, taken: Taken) -> bool:
    if appraisal.snapshot.get("assigned"):
        # Whom human resources have named stays, whatever the register says.
        return False
    columns = _columns(taken)
    return any(getattr(appraisal, name) != columns[name] for name in (*SNAPSHOT, "state"))


def _renewal(appraisal: Appraisal, taken: Taken, on: date) -> Renewal:
    """A rater who moved within the days of evaluating still evaluates; a person who moved has the new rater."""
    stays = (
        appraisal.rater_id is not None
        and appraisal.rater_id != taken.rater
        and appraisal.unit_id == taken.unit
        and old_rater_stays(appraisal.rater_id, appraisal.led_unit_id or 0, appraisal.period, on=on)
    )
    return Renewal(appraisal, taken, stays)
