"""A participant says what the training was like, once; what is kept cannot be led back to anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import (
    Batch,
    Enrolment,
    Reaction,
    ReactionGiven,
    ReactionRemark,
    Session,
)
from pembina.domain.development.models.reactions import HIGHEST, LONGEST_REMARK, LOWEST
from pembina.domain.development.queries.reactions import (
    asked_sessions,
    attended_sessions,
    is_open_for_reactions,
    trainers_of,
)
from pembina.domain.development.reaction_items import BATCH_ITEMS, SESSION_ITEMS, TRAINER_ITEMS


@dataclass(frozen=True, slots=True)
class About:
    """What one answer is about; `name` is that of its field in a form."""

    name: str
    item: str
    session: Session | None = None
    trainer: str = ""


@dataclass(frozen=True, slots=True)
class ReactionSheet:
    """Answers of 1-4 by the names of `asked_of`, and a remark."""

    scores: Mapping[str, int] = field(default_factory=dict)
    remark: str = ""


def asked_of(sessions: list[Session]) -> list[About]:
    """Return everything that somebody who attended these sessions is asked; without any, only of the batch."""
    asked = [About(item, item) for item in BATCH_ITEMS]
    for session in sessions:
        asked += [About(f"s{session.pk}-{item}", item, session) for item in SESSION_ITEMS]
        for number, trainer in enumerate(trainers_of(session)):
            asked += [About(f"s{session.pk}-t{number}-{item}", item, session, trainer) for item in TRAINER_ITEMS]
    return asked


def give_reaction(*, batch: Batch, sheet: ReactionSheet, by: User, at: datetime) -> None:
    """Keep the answers, and apart from them that the actor has answered.

    Raises ``NotAttendedError``, ``ReactionClosedError``, ``ReactionGivenError``, ``ReactionIncompleteError``.
    """
    with one_event():
        seat = _seat(batch, by)
        if seat is None or not attended_sessions(batch, by):
            raise refusals.NotAttendedError
        if ReactionGiven.objects.filter(enrolment=seat).exists():
            raise refusals.ReactionGivenError
        if not is_open_for_reactions(batch, at=at):
            raise refusals.ReactionClosedError
        asked = asked_of(asked_sessions(batch, by, at=at))
        missing = tuple(about.name for about in asked if not LOWEST <= sheet.scores.get(about.name, 0) <= HIGHEST)
        if missing:
            raise refusals.ReactionIncompleteError(missing)
        _keep(batch, asked, sheet)
        ReactionGiven.objects.create(enrolment=seat)
        # On the batch and without what was answered: the trail knows who took part, as `ReactionGiven` does.
        record("give_reaction", on=batch, by=by, at=at)


def _seat(batch: Batch, by: User) -> Enrolment | None:
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED, person__nip=by.username)
    return seats.select_for_update(of=("self",)).first()


def _keep(batch: Batch, asked: list[About], sheet: ReactionSheet) -> None:
    rows = [
        Reaction(
            batch=batch, session=about.session, trainer=about.trainer, item=about.item, score=sheet.scores[about.name]
        )
        for about in asked
    ]
    # By their random numbers, so that rows written together do not even lie in the order of the sheet.
    Reaction.objects.bulk_create(sorted(rows, key=lambda row: row.pk))
    if sheet.remark.strip():
        ReactionRemark.objects.create(batch=batch, text=sheet.remark.strip()[:LONGEST_REMARK])
