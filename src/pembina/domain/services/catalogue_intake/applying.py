"""A plan happens: all its steps or none."""

from datetime import date, datetime

from pembina.domain.access.audit import one_event
from pembina.domain.access.models import User
from pembina.domain.services.catalogue_intake.rows import Change, Plan, Step
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.services import edit_service, open_service
from pembina.domain.services.operations.standards import correct_standard, set_standard


def apply_catalogue(plan: Plan, *, on: date, by: User, at: datetime) -> int:
    """Do every step that changes anything and return how many did; each operation leaves its own event.

    Raises ``RefusedError`` where an operation refuses after all; then nothing has happened.
    """
    with one_event():
        # Several versions of one new service: the earliest opens it.
        for step in sorted(plan.changing, key=lambda step: (step.code, step.starts_on or on)):
            _do(step, on=on, by=by, at=at)
    return len(plan.changing)


def _do(step: Step, *, on: date, by: User, at: datetime) -> None:
    service = step.service or PublicService.objects.filter(code=step.code).first()
    if service is None:
        opened_on = min(step.starts_on or on, on)
        service = open_service(unit=step.unit, code=step.code, name=step.name, on=opened_on, by=by, at=at)
    elif Change.RENAMES in step.changes:
        edit_service(service=service, code=step.code, name=step.name, opened_on=service.opened_on, by=by, at=at)
    if step.content is None or step.starts_on is None:
        return
    if step.standard is not None:
        correct_standard(standard=step.standard, content=step.content, by=by, at=at)
    else:
        set_standard(service=service, starts_on=step.starts_on, content=step.content, by=by, at=at)
