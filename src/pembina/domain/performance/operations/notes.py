"""What stands beside the results of a plan: the appendix (A.1.8), and what is expected of single values."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.enums import CoreValue, NoteKind, PlanState
from pembina.domain.performance.models import BehaviourExpectation, PerformancePlan, PlanNote
from pembina.domain.performance.operations.plan_access import EDITABLE, editable, locked, require_decider
from pembina.domain.performance.plan_refusals import TooManyPartsError

MOST_LINES = 12
LINES = Text(id="baris untuk satu bagian lampiran", en="lines of one part of the appendix")


def put_plan_notes(*, plan: PerformancePlan, told: Mapping[NoteKind, Sequence[str]], by: User, at: datetime) -> None:
    """Write the appendix anew: a line for each resource, account and consequence; raises ``TooManyPartsError``."""
    lines = {kind: [line.strip() for line in told.get(kind, ()) if line.strip()] for kind in NoteKind}
    if any(len(some) > MOST_LINES for some in lines.values()):
        raise TooManyPartsError(MOST_LINES, LINES)
    with one_event():
        kept = editable(plan, actor=by)
        before = kept.notes.count()
        kept.notes.all().delete()
        PlanNote.objects.bulk_create(
            PlanNote(plan=kept, kind=kind, position=position, words=words)
            for kind, some in lines.items()
            for position, words in enumerate(some, start=1)
        )
        after = sum(len(some) for some in lines.values())
        record("put_plan_notes", on=kept, by=by, at=at, changes={"notes": (str(before), str(after))})


def expect_behaviour(*, plan: PerformancePlan, told: Mapping[CoreValue, str], by: User, at: datetime) -> None:
    """Say what is expected in particular of single values: the person in a draft, the rater of a proposed plan."""
    with one_event():
        kept = locked(plan, *EDITABLE, PlanState.PROPOSED)
        if kept.state == PlanState.PROPOSED:
            acting_as = require_decider(kept, actor=by, moment=at).acting_as
        else:
            acting_as, kept = "", editable(kept, actor=by)
        before = kept.expectations.count()
        kept.expectations.all().delete()
        made = BehaviourExpectation.objects.bulk_create(
            BehaviourExpectation(plan=kept, value=value, words=words.strip())
            for value, words in told.items()
            if words.strip()
        )
        changes = {"expectations": (str(before), str(len(made)))}
        record("expect_behaviour", on=kept, by=by, at=at, changes=changes, acting_as=acting_as)
