"""Human resources name a rater where the rater let the time pass and no superior is there to take over.

Nobody would be left to rate otherwise, and the period could not be closed. The regulation passes it upward step by step
(PermenPANRB 6/2022, page 89); where the register knows nobody above, people decide, with a reason that stays.
"""

from datetime import date, datetime

from django.db.models import QuerySet

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment, Person
from pembina.domain.performance.appraisal_permissions import appraisals_run_by
from pembina.domain.performance.appraisal_refusals import NoteMissingError, OwnAppraisalError, PeriodClosedError
from pembina.domain.performance.letters import Occasion, tell
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.models.appraisals import OPEN
from pembina.domain.performance.operations.appraisals import locked
from pembina.domain.performance.rater_refusals import RaterNotWantedError, RaterStillHasTimeError, UnfitRaterError
from pembina.domain.performance.snapshots import described, posts_in_scope


def assign_rater(*, appraisal: Appraisal, rater: Person, reason: str, by: User, at: datetime) -> Appraisal:
    """Name somebody to rate. A draft of the former rater is kept, for whoever rates now to change.

    Raises
    ------
    NoteMissingError, PeriodClosedError, OwnAppraisalError
    RaterNotWantedError, RaterStillHasTimeError, UnfitRaterError
    """
    on, said = local_date(at), reason.strip()
    if not said:
        raise NoteMissingError
    with one_event():
        kept = locked(appraisal, *OPEN)
        _require(kept, by, on)
        post = candidates(kept, actor=by, on=on).filter(person=rater).select_related("person", "unit").first()
        if post is None or not appraisals_run_by(by, on=on).filter(pk=kept.pk).exists():
            raise UnfitRaterError
        before = str(kept.told("rater").get("name", ""))
        kept.rater, kept.version = post.person, kept.version + 1
        assigned = {"by": by.display_name, "on": on.isoformat(), "reason": said, "before": before}
        kept.snapshot = kept.snapshot | {"rater": described(post), "assigned": assigned}
        kept.save(update_fields=["rater", "snapshot", "version"])
        changes = {"rater": (before, post.person.titled_name)}
        record("assign_rater", on=kept, by=by, at=at, changes=changes, why=said)
        tell(Occasion.RATER_ASSIGNED, [post.person_id])
    return kept


def wants_rater(appraisal: Appraisal, *, on: date) -> bool:
    """Say whether nobody is left to rate: the time is over, and nobody is there to take over."""
    is_stuck = appraisal.superior_id is None and not appraisal.by_head_of_region and appraisal.state in OPEN
    return is_stuck and appraisal.period.closed_at is None and on > appraisal.period.window_ends


def candidates(appraisal: Appraisal, *, actor: User, on: date) -> QuerySet[Assignment]:
    """Return the positions of those who may be named."""
    others = posts_in_scope(on).exclude(person=appraisal.person_id).exclude(person__nip=actor.username)
    return others if appraisal.rater_id is None else others.exclude(person=appraisal.rater_id)


def _require(kept: Appraisal, by: User, on: date) -> None:
    if kept.person.nip == by.username:
        raise OwnAppraisalError
    if kept.period.closed_at is not None:
        raise PeriodClosedError(kept.period.label)
    if kept.superior_id is not None or kept.by_head_of_region:
        raise RaterNotWantedError
    if on <= kept.period.window_ends:
        raise RaterStillHasTimeError(kept.period.window_ends)
