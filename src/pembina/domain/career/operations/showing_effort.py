"""Whoever is nominated decides whether the jury reads their process and effort; until the judging begins."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award, Nomination
from pembina.domain.career.nomination_refusals import NominationEndedError, NotNomineeError, ShowingFixedError


def show_effort_to_jury(*, nomination: Nomination, shown: bool, by: User, at: datetime) -> None:
    """Agree that the jury reads the own process and effort, or take that back.

    Raises
    ------
    NotNomineeError, NominationEndedError
    ShowingFixedError : once the jury judges
    """
    with one_event():
        award = Award.objects.select_for_update(of=("self",)).get(pk=nomination.award_id)
        kept = Nomination.objects.select_related("person").get(pk=nomination.pk)
        if kept.person is None or kept.person.nip != by.username:
            raise NotNomineeError
        if not kept.stands:
            raise NominationEndedError
        if award.state != AwardState.OPEN:
            raise ShowingFixedError
        was_shown = kept.effort_shown_at is not None
        if was_shown == shown:
            return
        kept.effort_shown_at = at if shown else None
        kept.save(update_fields=["effort_shown_at"])
        record("show_effort_to_jury", on=kept, by=by, at=at, changes={"effort_shown_at": (str(was_shown), str(shown))})
