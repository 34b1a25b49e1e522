"""The change itself. Thousands of people take a handful of statements; the database still guards every row."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.bulk.plan import MOST_PEOPLE, Planned, plan_of
from pembina.domain.people.bulk.wish import Wish
from pembina.domain.people.enums import BulkKind, BulkState
from pembina.domain.people.models import Assignment, BulkChange, Person
from pembina.domain.people.operations.transfers import Post
from pembina.domain.people.refusals import (
    NobodyChosenError,
    NotReadyError,
    TooManyChosenError,
)
from pembina.domain.people.stewardship import staff_kept_by

OPERATIONS = {BulkKind.SUPERIOR: "change_superior", BulkKind.TRANSFER: "transfer", BulkKind.END: "end_assignment"}
AT_A_TIME = 500


def choose_people(*, people: Iterable[int], by: User, at: datetime) -> BulkChange:
    """Keep who was chosen, as a draft; raises ``NobodyChosenError``, ``TooManyChosenError``."""
    wanted = set(people)
    if len(wanted) > MOST_PEOPLE:
        raise TooManyChosenError(len(wanted), MOST_PEOPLE)
    kept = staff_kept_by(by, on=timezone.localdate(at)).filter(pk__in=wanted).order_by("pk")
    chosen = list(kept.values_list("pk", flat=True))
    if not chosen:
        raise NobodyChosenError
    with one_event():
        change = BulkChange.objects.create(by=by, created_at=at, chosen=chosen)
        record("choose_people", on=change, by=by, at=at, changes={"persons": ("", str(len(chosen)))}, created=True)
    return change


def describe_bulk_change(*, change: BulkChange, wish: Wish, by: User, at: datetime) -> None:
    """Write down what is to happen, for a preview that can be looked at again; raises what `plan_of` refuses."""
    with one_event():
        draft = own_bulk_change(change, by, BulkState.DRAFT)
        plan_of(draft, wish, by=by, on=timezone.localdate(at))
        draft.kind, draft.day, draft.reason = wish.kind, wish.day, wish.reason
        draft.superior, draft.unit = wish.superior, wish.unit
        draft.save(update_fields=["kind", "day", "reason", "superior", "unit"])
        record("describe_bulk_change", on=draft, by=by, at=at, changes={"kind": ("", wish.kind.value)})


def apply_bulk_change(*, change: BulkChange, by: User, at: datetime) -> BulkChange:
    """Do what was described to everybody to whom it can be done, in one transaction; the others stay as they are.

    Raises
    ------
    NotReadyError : nothing was described, or it was done already
    NobodyChosenError : it can be done to nobody
    """
    with one_event():
        draft = own_bulk_change(change, by, BulkState.DRAFT)
        wish = Wish.of(draft)
        if wish is None:
            raise NotReadyError
        list(Person.objects.select_for_update().filter(pk__in=draft.chosen).order_by("pk").values_list("pk"))
        possible = plan_of(draft, wish, by=by, on=timezone.localdate(at)).possible
        if not possible:
            raise NobodyChosenError
        draft.steps = _carried_out(possible, wish, by, at)
        draft.state, draft.done_at = BulkState.DONE, at
        draft.save(update_fields=["steps", "state", "done_at"])
        changes = {"persons": ("", str(len(possible)))}
        record("apply_bulk_change", on=draft, by=by, at=at, changes=changes, why=draft.reason)
    return draft


def own_bulk_change(change: BulkChange, by: User, state: BulkState) -> BulkChange:
    kept = BulkChange.objects.select_for_update(of=("self",)).get(pk=change.pk, by=by)
    if kept.state != state:
        raise NotReadyError
    return kept


def _carried_out(possible: Sequence[Planned], wish: Wish, by: User, at: datetime) -> list[dict[str, Any]]:
    """End what is held, begin what follows, write an event for each, and return the steps back."""
    last_day = wish.day if wish.kind == BulkKind.END else wish.day - timedelta(days=1)
    held = [planned.held for planned in possible if planned.held is not None]
    steps: list[dict[str, Any]] = [
        {
            "person": row.person_id,
            "ended": row.pk,
            "ended_before": told_day(row.ends_on),
            "ended_now": told_day(last_day),
        }
        for row in held
    ]
    following = [_following(row, planned.after, wish.day) for planned, row in zip(possible, held, strict=True)]
    for start in range(0, len(held), AT_A_TIME):
        numbers = [row.pk for row in held[start : start + AT_A_TIME]]
        Assignment.objects.filter(pk__in=numbers).update(ends_on=last_day)
    begun = Assignment.objects.bulk_create([row for row in following if row is not None], batch_size=AT_A_TIME)
    record_many(
        OPERATIONS[wish.kind],
        subjects=[_touched(planned, row, last_day) for planned, row in zip(possible, following, strict=True)],
        by=by,
        at=at,
        why=wish.reason,
    )
    by_person = {row.person_id: row for row in begun}
    return [step | _begun(by_person.get(step["person"])) for step in steps]


def _following(held: Assignment, after: Post | None, from_day: date) -> Assignment | None:
    if after is None:
        return None
    row = Assignment(person=held.person, kind=held.kind, starts_on=from_day, ends_on=held.ends_on)
    after.write_on(row)
    return row


def _touched(planned: Planned, following: Assignment | None, last_day: date) -> Touched:
    if following is None or planned.before is None or planned.after is None or planned.held is None:
        held = planned.held or Assignment()
        return Touched(held, {"ends_on": (told_day(held.ends_on), told_day(last_day))})
    return Touched(following, planned.after.changes_from(planned.before))


def _begun(row: Assignment | None) -> dict[str, Any]:
    """Return the number of what began, and how it looked, so that a later change of it is noticed."""
    return {"begun": row.pk if row else None, "looked": look_of(row) if row else None}


def look_of(row: Assignment) -> list[Any]:
    unit, superior = row.unit_id, row.superior_id
    return [unit, superior, row.position, row.position_kind, told_day(row.starts_on), told_day(row.ends_on)]


def told_day(day: date | None) -> str:
    return day.isoformat() if day else ""
