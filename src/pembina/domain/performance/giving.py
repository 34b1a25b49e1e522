"""A template is given: a few drafts at once, many by the worker, some at a time."""

from datetime import datetime

from django.utils import timezone

from pembina.domain.access.background import task
from pembina.domain.performance.models import TemplateUse
from pembina.domain.performance.operations.templates import continue_giving

AT_ONCE = 300


@task()
def give_in_background(use_pk: int) -> None:
    """Make the drafts that are still to come; queued twice, none is made twice."""
    use = TemplateUse.objects.filter(pk=use_pk).first()
    while use is not None and continue_giving(use=use, at=timezone.now()):
        pass


def give_now_or_later(use: TemplateUse, *, at: datetime) -> bool:
    """Make the drafts where they are few, else have the worker make them; say whether they are made."""
    if len(use.waiting) > AT_ONCE:
        give_in_background.enqueue(use.pk)
        return False
    continue_giving(use=use, at=at)
    use.refresh_from_db()
    return True
