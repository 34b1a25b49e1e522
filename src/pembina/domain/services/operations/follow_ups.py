"""Plans after a survey: made, changed, and brought on step by step to an end."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models import FollowUp, FollowUpStep, SurveyPeriod
from pembina.domain.services.result_refusals import (
    FollowUpEndedError,
    FollowUpUnfinishedError,
    NoteMissingError,
)

ENDED = (FollowUpState.DONE, FollowUpState.DROPPED)


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done: `element` is the key of the weak element."""

    element: str
    activity: str
    due_on: date
    responsible: str

    @property
    def is_whole(self) -> bool:
        """Say whether it tells what and who."""
        return bool(self.activity.strip() and self.responsible.strip())


def plan_follow_up(*, period: SurveyPeriod, plan: Plan, by: User | None, at: datetime) -> FollowUp:
    """Plan an activity after a round."""
    if not plan.is_whole:
        raise FollowUpUnfinishedError
    made = FollowUp(period=period, **asdict(plan))
    with one_event():
        made.full_clean(validate_constraints=False)
        made.save()
        FollowUpStep.objects.create(follow_up=made, state=made.state, by=by, at=at)
        changes = {name: ("", str(value)) for name, value in asdict(plan).items()}
        record("plan_follow_up", on=made, by=by, at=at, changes=changes, created=True)
    return made


def edit_follow_up(*, follow_up: FollowUp, plan: Plan, by: User | None, at: datetime) -> None:
    """Change a plan that has not ended."""
    if follow_up.state in ENDED:
        raise FollowUpEndedError
    if not plan.is_whole:
        raise FollowUpUnfinishedError
    now = asdict(plan)
    changes = {
        name: (str(getattr(follow_up, name)), str(value))
        for name, value in now.items()
        if getattr(follow_up, name) != value
    }
    if not changes:
        return
    with one_event():
        for name, value in now.items():
            setattr(follow_up, name, value)
        follow_up.full_clean(validate_constraints=False)
        follow_up.save()
        record("edit_follow_up", on=follow_up, by=by, at=at, changes=changes)


def advance_follow_up(
    *, follow_up: FollowUp, state: FollowUpState, note: str, by: User | None, at: datetime
) -> FollowUpStep:
    """Bring a plan into a state, or only note how it goes. What ends it has to be explained; an end stays one."""
    if follow_up.state in ENDED:
        raise FollowUpEndedError
    said = note.strip()
    if not said and (state in ENDED or state == follow_up.state):
        raise NoteMissingError
    before = follow_up.state
    with one_event():
        follow_up.state = state
        follow_up.save(update_fields=["state"])
        step = FollowUpStep(follow_up=follow_up, state=state, note=said, by=by, at=at)
        step.full_clean(validate_constraints=False)
        step.save()
        changes = {"state": (before, str(state))} if before != state else {}
        record("advance_follow_up", on=follow_up, by=by, at=at, changes=changes | {"note": ("", said)}, why=said)
    return step
