"""Many people changed at once: chosen, looked through, done, and taken back."""

from pembina.domain.people.bulk.operations import (
    apply_bulk_change,
    choose_people,
    describe_bulk_change,
)
from pembina.domain.people.bulk.plan import MOST_PEOPLE, Plan, Planned, plan_of
from pembina.domain.people.bulk.undoing import undo_bulk_change
from pembina.domain.people.bulk.wish import Wish

__all__ = [
    "MOST_PEOPLE",
    "Plan",
    "Planned",
    "Wish",
    "apply_bulk_change",
    "choose_people",
    "describe_bulk_change",
    "plan_of",
    "undo_bulk_change",
]
