"""Taking back a change of many people, as long as nobody of them was changed again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.bulk.operations import AT_A_TIME, look_of, own_bulk_change, told_day
from pembina.domain.people.enums import BulkState
from pembina.domain.people.models import Assignment, BulkChange, Person
from pembina.domain.people.refusals import FollowedError, OutOfReachError
from pembina.domain.people.stewardship import posts_kept_by

Step = dict[str, Any]


def undo_bulk_change(*, change: BulkChange, by: User, at: datetime) -> None:
    """Put everybody back as they were.

    Raises
    ------
    FollowedError : somebody was changed again since
    OutOfReachError : what comes back lies in a unit that the role of ``by`` does not reach any more
    """
    with one_event():
        done = own_bulk_change(change, by, BulkState.DONE)
        steps: list[Step] = done.steps
        people = [step["person"] for step in steps]
        list(Person.objects.select_for_update().filter(pk__in=people).order_by("pk").values_list("pk"))
        rows = {row.pk: row for row in Assignment.objects.filter(person__in=people).select_related("person")}
        _require_untouched(steps, rows)
        _require_reach(steps, rows, by, timezone.localdate(at))
        _take_back(steps, rows)
        done.state, done.undone_at = BulkState.UNDONE, at
        done.save(update_fields=["state", "undone_at"])
        subjects = [
            Touched(rows[step["ended"]], {"ends_on": (step["ended_now"], step["ended_before"])}) for step in steps
        ]
        record_many("undo_bulk_step", subjects=subjects, by=by, at=at)
        record("undo_bulk_change", on=done, by=by, at=at, changes={"persons": (str(len(people)), "")})


def _require_untouched(steps: Sequence[Step], rows: dict[int, Assignment]) -> None:
    later: dict[int, list[Assignment]] = {}
    for row in rows.values():
        later.setdefault(row.person_id, []).append(row)
    for step in steps:
        if not _is_untouched(step, rows, later.get(step["person"], [])):
            raise FollowedError(Person.objects.get(pk=step["person"]).name)


def _require_reach(steps: Sequence[Step], rows: dict[int, Assignment], by: User, on: date) -> None:
    """Judge by what comes back: an end has left nobody in the unit in whom the reach of a role could be seen."""
    ended = [step["ended"] for step in steps]
    kept = set(posts_kept_by(by, on=on).filter(pk__in=ended).values_list("pk", flat=True))
    for number in ended:
        if number not in kept:
            raise OutOfReachError(rows[number].unit.name)


def _is_untouched(step: Step, rows: dict[int, Assignment], of_person: Sequence[Assignment]) -> bool:
    """Say whether both entries stand as they were left, and nothing else has taken the days since."""
    ended, begun = rows.get(step["ended"]), rows.get(step["begun"] or 0)
    if ended is None or told_day(ended.ends_on) != step["ended_now"]:
        return False
    if step["begun"] and (begun is None or look_of(begun) != step["looked"]):
        return False
    until = step["ended_before"] or "9999-12-31"
    return not any(
        step["ended_now"] < told_day(row.starts_on) <= until
        for row in of_person
        if row.kind == ended.kind and row.pk not in (step["ended"], step["begun"])
    )


def _take_back(steps: Sequence[Step], rows: dict[int, Assignment]) -> None:
    """Remove what began before giving the days back, so that no two entries ever hold the same day."""
    Assignment.objects.filter(pk__in=[step["begun"] for step in steps if step["begun"]]).delete()
    for step in steps:
        rows[step["ended"]].ends_on = date.fromisoformat(step["ended_before"]) if step["ended_before"] else None
    Assignment.objects.bulk_update([rows[step["ended"]] for step in steps], ["ends_on"], batch_size=AT_A_TIME)
